import { randomUUID } from 'node:crypto';
import { unanswered } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import { addDays, dayOf } from '@tinhgon/rules/day';
import type { Actor } from '@tinhgon/rules/actor';
import { operationSubject } from '@tinhgon/workflows/operation/messages';
import { mirroredMove, wholeMove } from '@tinhgon/rules/agency-move';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { procedureContentSchema } from '@tinhgon/rules/content';
import { newFileId } from '@tinhgon/rules/files/file';
import { hashOf } from '@tinhgon/rules/hash';
import { materialOf } from '@tinhgon/rules/plan/material';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Chain } from '@tinhgon/rules/chain';
import { chainOf, chainSteps } from '@tinhgon/rules/chain-version';
import { documentChain, planChain } from '@tinhgon/rules/default-chains';
import type { OwnStepKey } from '@tinhgon/rules/vocabulary';
import { replaying } from './keep-history.ts';
import { enter, operating } from './operating.ts';
import { control, drafter2, keeper, lan, legal, minister, standingIn } from './people.ts';
import { bottleneckScenario, oanh, office, supervisor } from './bottleneck-scenario.ts';
import { type Scenario, scenario } from './scenario.ts';
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

const replay: ReturnType<typeof replaying> = (...of) => replaying(temporal)(...of);

async function carriedOut(on: Scenario): Promise<{ plan: string; document: string }> {
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document], '2030-01-01'));
  await on.does(`plan/${plan}`, lan, { type: 'submit' });
  await on.does(`plan/${plan}`, control, { type: 'return', reason: 'Thiếu căn cứ' });
  await on.approvePlan(plan);
  await waitUntil(
    () => on.report<{ phase: string }>(`document/${document}`),
    ({ state }) => state.phase === 'drafting',
  );
  await on.finishDocument(document, [`1.${plan}`, `2.${plan}`]);
  await temporal.client.workflow.getHandle(`plan/${plan}`).result();
  return { plan, document };
}

it('replays a plan and its document from draft to done', async () => {
  const { plan, document } = await carriedOut(scenario(temporal));
  await expect(replay('plan-done', `plan/${plan}`)).resolves.toBeUndefined();
  await expect(replay('document-done', `document/${document}`)).resolves.toBeUndefined();
});

it('replays a plan that tells its document nothing of a check that is none of its business', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document], '2030-01-01'));
  await on.approvePlan(plan);
  await waitUntil(
    () => on.report<{ phase: string }>(`document/${document}`),
    ({ state }) => state.phase === 'drafting',
  );
  await expect(replay('plan-told-once', `plan/${plan}`)).resolves.toBeUndefined();
  const { events } = await temporal.client.workflow.getHandle(`plan/${plan}`).fetchHistory();
  const told = events?.filter(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'deliverNews',
  );
  // That it was submitted, and that it was approved.
  expect(told).toHaveLength(2);
});

it('replays a plan and a document decided on behalf of others', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const deputy = standingIn(minister, standingIn(control, legal));
  await on.startDocument(on.documentBegin(document));
  await on.startPlan({ ...on.planBegin(plan, [document], '2030-01-01'), actor: standingIn(lan, drafter2) });
  await on.does(`plan/${plan}`, lan, { type: 'submit' });
  await on.does(`plan/${plan}`, deputy, { type: 'claim' });
  await on.does(`plan/${plan}`, deputy, { type: 'approve' });
  await on.does(`plan/${plan}`, deputy, { type: 'approve' });
  await waitUntil(
    () => on.report<{ phase: string }>(`document/${document}`),
    ({ state }) => state.phase === 'drafting',
  );
  await on.does(`document/${document}`, lan, { type: 'submit' });
  await on.does(`document/${document}`, standingIn(legal, control), { type: 'approve' });
  await on.does(`document/${document}`, lan, { type: 'withdraw', reason: 'Làm lại' });
  await temporal.client.workflow.getHandle(`document/${document}`).result();
  await expect(replay('plan-on-behalf', `plan/${plan}`)).resolves.toBeUndefined();
  await expect(replay('document-on-behalf', `document/${document}`)).resolves.toBeUndefined();
});

it('replays a document others were asked about', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const subject = `document/${document}`;
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document], '2030-01-01'));
  await on.approvePlan(plan);
  await waitUntil(
    () => on.report<{ phase: string }>(subject),
    ({ state }) => state.phase === 'drafting',
  );
  await on.does(subject, lan, {
    type: 'askConsultation',
    agencies: ['BYT', 'BTC'],
    public: true,
    by: '2100-01-01',
  });
  const health = { id: 'y', name: 'Nguyễn y', agency: 'BYT', roles: [], assignments: [] };
  const answeredOn = dayOf(new Date().toISOString());
  const answer = { type: 'answerConsultation', consultationId: '1', answeredOn };
  await on.does(subject, health, { ...answer, points: ['Bỏ tờ khai'] });
  await on.does(subject, lan, {
    type: 'respondToPoint',
    pointId: '1.1',
    response: 'accepted',
    text: 'Đã bỏ tờ khai',
  });
  const metadata = (await temporal.client.workflow
    .getHandle(subject)
    .query('__temporal_workflow_metadata')) as { currentDetails: string };
  expect(metadata.currentDetails).toContain('Lấy ý kiến: đã hỏi 3, đã trả lời 1, chưa trả lời 2');
  await on.does(subject, lan, { type: 'withdraw', reason: 'Làm lại' });
  await temporal.client.workflow.getHandle(subject).result();
  await expect(replay('document-consulted', subject)).resolves.toBeUndefined();
});

it('replays runs that were continued as new', async () => {
  const on = scenario(temporal, { historyLimit: 20 });
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  const handle = temporal.client.workflow.getHandle(subject);
  const { runId: first } = await handle.describe();
  for (let n = 0; n < 6; n += 1) await on.does(subject, lan, { type: 'comment', text: `Ý kiến ${n}` });
  const { runId: later } = await waitUntil(
    () => handle.describe(),
    ({ runId }) => runId !== first,
  );
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'approve' });
  await on.does(subject, minister, { type: 'refuse', reason: 'Chưa cần thiết' });
  expect(await handle.result()).toMatchObject({ phase: 'refused' });
  await expect(replay('plan-continued-first', subject, first)).resolves.toBeUndefined();
  await expect(replay('plan-continued-later', subject, later)).resolves.toBeUndefined();
});

it('replays a plan whose procedures went different ways', async () => {
  const on = scenario(temporal);
  const [code, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const subject = `plan/${code}`;
  await on.startDocument(on.documentBegin(document));
  const begin = on.planBegin(code, [document], '2030-01-01');
  const facts = (days: number) => ({
    ...begin.facts,
    content: hashOf([code, days]),
    measures: begin.facts.measures.map((measure, index) => ({
      ...measure,
      hash: hashOf([index, index === 1 ? days : 0]),
      material: materialOf({
        measure: measure.measure,
        otherMeasures: [],
        proposed: procedureContentSchema.parse({
          timeLimit: { days: index === 1 ? days : 0, unit: 'working' },
        }),
      }),
    })),
  });
  await on.startPlan({ ...begin, facts: facts(5) });
  const [first = '', second = ''] = begin.facts.measures.map((measure) => measure.procedureCode);
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'approve' });
  const part = { type: 'return', procedureCodes: [second], reason: 'Xem lại thời hạn' };
  await on.does(subject, minister, part);
  await on.does(subject, lan, { type: 'saveContent', facts: facts(3) });
  await on.does(subject, minister, { type: 'approve', step: 'plan-approval' });
  await on.does(subject, lan, { type: 'submit' });
  const handle = temporal.client.workflow.getHandle(subject);
  const metadata = (await handle.query('__temporal_workflow_metadata')) as { currentDetails: string };
  expect(metadata.currentDetails).toContain(
    `Từng phần: Kiểm soát chất lượng: 1 thủ tục (${second}) · đã phê duyệt: 1 thủ tục`,
  );
  const { state } = await on.report<PlanState>(subject);
  expect(state.aside?.map(({ step, procedureCodes }) => [step.key, procedureCodes])).toEqual([
    ['quality-check', [second]],
  ]);
  await waitUntil(
    () => on.report<DocumentState>(`document/${document}`),
    (seen) => seen.state.links[code]?.measures.map((one) => one.procedureCode).join() === first,
  );
  await on.does(subject, control, { type: 'approve' });
  await on.does(subject, minister, { type: 'approve' });
  await waitUntil(
    () => on.report<DocumentState>(`document/${document}`),
    (seen) => seen.state.links[code]?.measures.length === 2,
  );
  await on.finishDocument(document, [first, second]);
  expect(await handle.result()).toMatchObject({ phase: 'done' });
  await expect(replay('plan-parted', subject)).resolves.toBeUndefined();
});

it('replays a plan and a document whose files came, changed and went', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document]));
  for (const [kind, code, step] of [
    ['plan', plan, 'review'],
    ['document', document, 'draft'],
  ] as const) {
    const subject = `${kind}/${code}`;
    const commandId = randomUUID();
    const fileId = newFileId({ kind, code }, commandId);
    const version = (n: number) => ({
      type: 'attachFile',
      step,
      file: {
        fileId,
        kind: 'draft',
        title: 'Dự thảo',
        name: 'du-thao.pdf',
        mime: 'application/pdf',
        bytes: n,
        sha256: hashOf(n),
      },
    });
    await on.send(subject, { ...version(1), commandId, expectedVersion: 0, actor: lan });
    await on.does(subject, lan, version(2));
    await on.does(subject, lan, { type: 'detachFile', fileId, reason: 'Gửi nhầm' });
    const { state } = await on.report<PlanState | DocumentState>(subject);
    expect(state.files).toEqual([
      { fileId, step, kind: 'draft', title: 'Dự thảo', version: 2, detached: true },
    ]);
    await expect(replay(`${kind}-files`, subject)).resolves.toBeUndefined();
  }
});

it('replays a look at whom to remind', async () => {
  const workflowId = uniqueCode('reminders');
  const { taskQueue } = temporal;
  await temporal.client.workflow.execute('reminders', { workflowId, taskQueue, args: [{ locale: 'vi' }] });
  await expect(replay('reminders-done', workflowId)).resolves.toBeUndefined();
});

it('replays a night of removing old notifications', async () => {
  const workflowId = uniqueCode('pruning');
  const { taskQueue } = temporal;
  await temporal.client.workflow.execute('pruning', { workflowId, taskQueue, args: [{ locale: 'vi' }] });
  await expect(replay('pruning-done', workflowId)).resolves.toBeUndefined();
});

it('replays a plan and a document whose dates moved by request', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const subject = { plan: `plan/${plan}`, document: `document/${document}` };
  const request = (to: string, date: string) => ({ type: 'requestDateChange', date, to, reason: 'Chờ Luật' });
  const requestOf = async (of: string) =>
    (await on.report<{ dates: { requests: readonly { id: string }[] } }>(of)).state.dates.requests[0]?.id;
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document], '2031-01-01'));
  await on.does(subject.plan, lan, { type: 'submit' });
  await on.does(subject.plan, control, { type: 'return', reason: 'Thiếu căn cứ' });
  await on.does(subject.plan, lan, request('2031-06-30', 'review'));
  const inPlan = await requestOf(subject.plan);
  await on.does(subject.plan, minister, { type: 'approveDateChange', requestId: inPlan });
  await on.approvePlan(plan);
  await waitUntil(
    () => on.report<{ phase: string }>(subject.document),
    ({ state }) => state.phase === 'drafting',
  );
  await on.does(subject.document, lan, { type: 'submit' });
  await on.does(subject.document, lan, request('2031-09-30', 'plannedInForce'));
  const refused = await requestOf(subject.document);
  await on.does(subject.document, minister, {
    type: 'refuseDateChange',
    requestId: refused,
    reason: 'Vẫn kịp',
  });
  await on.does(subject.document, lan, request('2031-12-31', 'plannedInForce'));
  const inDocument = await requestOf(subject.document);
  await on.does(subject.document, minister, { type: 'approveDateChange', requestId: inDocument });
  await expect(replay('plan-dates', subject.plan)).resolves.toBeUndefined();
  await expect(replay('document-dates', subject.document)).resolves.toBeUndefined();
});

it('replays a bottleneck of a campaign, the campaign and an inspection', async () => {
  const on = bottleneckScenario(temporal);
  const [bottleneck, campaign, inspection] = [uniqueCode('VM'), uniqueCode('DRS'), uniqueCode('KT')];
  const day = dayOf(new Date().toISOString());
  const deadline = addDays(day, 30);
  await on.ask(campaign, deadline);
  await on.raise(bottleneck, deadline, campaign);
  await waitUntil(
    () => on.report<CampaignState>(`campaign/${campaign}`),
    ({ state }) => !unanswered(state).includes('BTP'),
  );
  const vm = `bottleneck/${bottleneck}`;
  await on.does(vm, office, { type: 'escalate', reason: 'Ảnh hưởng nhiều thủ tục' });
  await on.does(vm, oanh, { type: 'answer', text: 'Đang kết nối' });
  await on.does(vm, lan, { type: 'sendBack', reason: 'Chưa có thời hạn', answerBy: deadline });
  await on.does(vm, supervisor, { type: 'reassign', responsible: 'BYT', answerBy: deadline, reason: 'Gấp' });
  await on.does(vm, oanh, { type: 'answer', text: 'Xong trong tháng' });
  await on.does(vm, lan, { type: 'accept' });
  await on.does(`campaign/${campaign}`, oanh, { type: 'declareNone' });
  await on.does(`campaign/${campaign}`, office, { type: 'close', reason: 'Đã đủ' });
  const kt = `inspection/${inspection}`;
  await on.inspect(inspection, day);
  const note = { type: 'noteFinding', planCode: null, text: 'Chưa niêm yết', demand: 'Niêm yết', deadline };
  await on.does(kt, supervisor, note);
  await on.does(kt, supervisor, note);
  await on.does(kt, oanh, { type: 'answerFinding', finding: 1, text: 'Đã niêm yết' });
  await on.does(kt, supervisor, { type: 'sendBackFinding', finding: 1, reason: 'Còn thiếu', deadline });
  await on.does(kt, oanh, { type: 'answerFinding', finding: 1, text: 'Đã niêm yết đủ' });
  await on.does(kt, supervisor, { type: 'confirmRemedied', finding: 1 });
  await on.does(kt, supervisor, { type: 'dropFinding', finding: 2, reason: 'Ghi trùng' });
  await on.does(kt, supervisor, { type: 'close', conclusion: 'Đã khắc phục' });
  for (const [name, subject] of [
    ['bottleneck-settled', vm],
    ['campaign-closed', `campaign/${campaign}`],
    ['inspection-closed', kt],
  ] as const) {
    await temporal.client.workflow.getHandle(subject).result();
    await expect(replay(name, subject)).resolves.toBeUndefined();
  }
});

it('replays a campaign whose day was moved', async () => {
  const on = bottleneckScenario(temporal);
  const code = uniqueCode('DRS');
  const subject = `campaign/${code}`;
  const day = dayOf(new Date().toISOString());
  await on.ask(code, addDays(day, 30));
  await on.does(subject, office, { type: 'moveDay', answerBy: addDays(day, 60), reason: 'Xin thêm' });
  await on.does(subject, office, { type: 'remind', text: 'Đề nghị trả lời' });
  await on.does(subject, office, { type: 'moveDay', answerBy: addDays(day, 40), reason: 'Cần sớm' });
  await on.does(subject, office, { type: 'close', reason: 'Đã đủ' });
  await temporal.client.workflow.getHandle(subject).result();
  await expect(replay('campaign-moved', subject)).resolves.toBeUndefined();
});

it('replays a plan that was put under another calendar and another chain', async () => {
  const on = scenario(temporal);
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(subject, lan, { type: 'submit' });
  const calendar = { version: 'vn-1', holidays: [], swappedWorkingDays: [] };
  await on.does(subject, keeper, { type: 'replan', calendar });
  const chain = { ...planChain({ approvalLevel: 'minister' }), version: 2 };
  await on.does(subject, keeper, { type: 'replan', chain });
  await on.does(subject, control, { type: 'approve' });
  await on.does(subject, minister, { type: 'refuse', reason: 'Chưa cần thiết' });
  await temporal.client.workflow.getHandle(subject).result();
  await expect(replay('plan-replanned', subject)).resolves.toBeUndefined();
});

it('replays a plan and its document that pass a check of the ministry’s own', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const [planKey, documentKey] = ['own-plan-minister-y-kien', 'own-document-circular-ordinary-y-kien'];
  await on.startDocument({
    ...on.documentBegin(document),
    chain: withOwnCheck(documentChain({ type: 'circular', shortened: false }), documentKey, 'respond'),
  });
  const chain = withOwnCheck(planChain({ approvalLevel: 'minister' }), planKey, 'quality-check');
  await on.startPlan({ ...on.planBegin(plan, [document], '2030-01-01'), chain });
  await on.does(`plan/${plan}`, lan, { type: 'submit' });
  await on.does(`plan/${plan}`, control, { type: 'approve' });
  const seen = await temporal.client.workflow.getHandle(`plan/${plan}`).describe();
  expect(seen.searchAttributes['TgStep']).toEqual([planKey]);
  const metadata = (await temporal.client.workflow
    .getHandle(`plan/${plan}`)
    .query('__temporal_workflow_metadata')) as { currentDetails: string };
  expect(metadata.currentDetails).toContain('**Lấy ý kiến Ban Chỉ đạo**: chưa có người nhận; Vụ Pháp chế');
  await on.does(`plan/${plan}`, legal, { type: 'return', procedureCodes: [`1.${plan}`], reason: 'Thiếu' });
  await on.does(`plan/${plan}`, legal, { type: 'approve', step: planKey });
  await on.does(`plan/${plan}`, lan, { type: 'submit', step: 'review' });
  await on.does(`plan/${plan}`, control, { type: 'approve', step: 'quality-check' });
  await on.does(`plan/${plan}`, legal, { type: 'approve', step: planKey });
  await on.does(`plan/${plan}`, minister, { type: 'approve' });
  await waitUntil(
    () => on.report<{ phase: string }>(`document/${document}`),
    ({ state }) => state.phase === 'drafting',
  );
  await on.does(`document/${document}`, lan, { type: 'submit' });
  await on.does(`document/${document}`, legal, { type: 'approve' });
  await on.does(`document/${document}`, lan, { type: 'submit' });
  await on.does(`document/${document}`, legal, { type: 'approve' });
  expect((await on.report<DocumentState>(`document/${document}`)).state).toMatchObject({
    phase: 'approved',
    steps: [{ key: 'promulgate' }],
  });
  await on.does(`document/${document}`, lan, { type: 'withdraw', reason: 'Làm lại' });
  await temporal.client.workflow.getHandle(`document/${document}`).result();
  await expect(replay('plan-own-check', `plan/${plan}`)).resolves.toBeUndefined();
  await expect(replay('document-own-check', `document/${document}`)).resolves.toBeUndefined();
});

/** The chain with a check added after one of its steps. */
function withOwnCheck(chain: Chain, key: string, after: string): Chain {
  const steps = chainSteps(chain);
  const at = steps.findIndex((step) => step.key === after);
  const own = {
    key: key as OwnStepKey,
    name: { vi: 'Lấy ý kiến Ban Chỉ đạo', en: 'Opinion of the Steering Committee' },
    function: 'legal-department',
    scope: 'lead-agency',
    clock: { kind: 'working-days', days: 3 },
    next: null,
  } as const;
  const made = [...steps.slice(0, at + 1), own, ...steps.slice(at + 1)];
  return chainOf(
    chain.id,
    2,
    made.map((step, index) => ({ ...step, next: made[index + 1]?.key ?? null })),
  );
}

it('replays an operation that was paused, went on in a fresh run, and moved plans', async () => {
  const on = scenario(temporal);
  const { db } = worker;
  const operate = operating(temporal, db, { historyLimit: 25 });
  const office: Actor = { ...drafter2, id: 'office', roles: ['programme-office'], assignments: [] };
  await enter(db, [office]);
  const codes = Array.from({ length: 3 }, () => uniqueCode('PA'));
  await Promise.all(codes.map((code) => on.startPlan(on.planBegin(code, ['TT-01']))));
  const subjects = codes.map((code) => `plan/${code}`);
  const there = wholeMove('BTP', 'BNV');
  const items = Array.from({ length: 7 }, (_, n) => [
    { stage: 2 * n, move: there },
    { stage: 2 * n + 1, move: mirroredMove(there, { leadAgency: 'BTP', coAgencies: [] }) },
  ]).flatMap((round) =>
    round.flatMap(({ stage, move }) =>
      subjects.map((subject) => ({ stage, subject, task: { type: 'moveAgency', move } as const })),
    ),
  );
  const id = await operate.begin(office, items);
  const subject = operationSubject(id);
  const handle = temporal.client.workflow.getHandle(subject);
  const { runId: first } = await handle.describe();
  await operate.command(id, 'pause', office);
  await operate.command(id, 'resume', office);
  expect(await operate.result(id)).toMatchObject({ state: 'done', progress: { done: items.length } });
  const { runId: later } = await handle.describe();
  expect(later).not.toBe(first);
  await expect(replay('operation-first', subject, first)).resolves.toBeUndefined();
  await expect(replay('operation-later', subject, later)).resolves.toBeUndefined();
  await expect(replay('plan-moved', subjects[0] ?? '')).resolves.toBeUndefined();
});
