import { procedureContentSchema } from '@tinhgon/rules/content';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import { materialOf } from '@tinhgon/rules/plan/material';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { replaying } from './keep-history.ts';
import { control, lan, legal, minister } from './people.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('replays a plan and a document whose checks confirmed what answered their remarks', async () => {
  const on = scenario(temporal);
  const replay = replaying(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const subject = `plan/${plan}`;
  const papers = `document/${document}`;
  const written = on.documentBegin(document);
  const text = (articles: readonly string[]) => ({
    ...written.facts,
    content: hashOf([document, articles]),
    material: hashOf(articles),
    articles: hashOf(articles).slice(0, 32),
    articleList: articles.map((article) => hashOf(article).slice(0, 16)),
  });
  await on.startDocument({ ...written, facts: text(['Điều 1', 'Điều 2']) });
  const begin = on.planBegin(plan, [document], '2030-01-01');
  const facts = (limit: number) => ({
    ...begin.facts,
    content: hashOf([plan, limit]),
    measures: begin.facts.measures.map((measure, index) => ({
      ...measure,
      hash: hashOf([index, index === 1 ? limit : 0]),
      material: materialOf({
        measure: measure.measure,
        otherMeasures: [],
        proposed: procedureContentSchema.parse({
          timeLimit: { days: index === 1 ? limit : 0, unit: 'working' },
        }),
      }),
    })),
  });
  await on.startPlan({ ...begin, facts: facts(5) });
  const [, second = ''] = begin.facts.measures.map((measure) => measure.procedureCode);
  await on.does(subject, lan, { type: 'submit' });
  const remark = { type: 'remark', procedureCode: second, field: 'timeLimit', text: 'Rút ngắn' };
  const { command } = await on.doesUntilAnswered(subject, control, remark);
  const remarkId = command.commandId;
  await on.does(subject, control, { type: 'return', procedureCodes: [second], reason: 'Xem nhận xét' });
  await on.does(subject, lan, { type: 'saveContent', facts: facts(3) });
  await on.does(subject, lan, { type: 'answerRemark', remarkId, text: 'Đã rút', changed: true });
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'confirmChanges', remarkIds: [remarkId], authors: [control] });
  const { state } = await on.report<PlanState>(subject);
  expect(state.remarks).toMatchObject([{ id: remarkId, resolvedBy: { id: control.id } }]);
  expect(state.step).toMatchObject({ key: 'plan-approval' });
  await on.does(subject, control, { type: 'approve', step: 'quality-check' });
  await on.does(subject, minister, { type: 'approve' });
  await waitUntil(
    () => on.report<DocumentState>(papers),
    (seen) => seen.state.phase === 'drafting',
  );
  await on.does(papers, lan, { type: 'submit' });
  const asked = { type: 'remark', field: 'articles', index: 1, text: 'Viết rõ hơn' };
  const article = (await on.doesUntilAnswered(papers, legal, asked)).command.commandId;
  await on.does(papers, legal, { type: 'return', reason: 'Xem nhận xét' });
  await on.does(papers, lan, { type: 'saveContent', facts: text(['Điều 1', 'Điều 2 (sửa)']) });
  await on.does(papers, lan, { type: 'answerRemark', remarkId: article, text: 'Đã viết', changed: true });
  await on.does(papers, lan, { type: 'submit' });
  await on.does(papers, legal, { type: 'confirmChanges', remarkIds: [article], authors: [legal] });
  const after = (await on.report<DocumentState>(papers)).state;
  expect(after.remarks).toMatchObject([{ id: article, resolvedBy: { id: legal.id } }]);
  expect(after.steps.map(({ key }) => key)).toEqual(['respond']);
  await expect(replay('plan-confirmed', subject)).resolves.toBeUndefined();
  await expect(replay('document-of-confirmed-plan', papers)).resolves.toBeUndefined();
});
