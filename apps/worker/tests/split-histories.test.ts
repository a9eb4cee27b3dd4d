import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/day';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOptionsFromRecord } from '../src/activities/start-from-record.ts';
import { startPending } from '../src/start-pending.ts';
import { replaying } from './keep-history.ts';
import { control, lan, minister } from './people.ts';
import { scenario } from './scenario.ts';
import { deployment, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
let replay: ReturnType<typeof replaying>;
beforeAll(async () => {
  temporal = await testEnvironment();
  replay = replaying(temporal);
  worker = await startWorker(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('replays a plan that was remarked on, split in two and reopened, and its document', async () => {
  const on = scenario(temporal);
  const [plan, document, part] = [uniqueCode('PA'), uniqueCode('TT'), uniqueCode('PA')];
  const subject = `plan/${plan}`;
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document], '2030-01-01'));
  await on.does(subject, lan, { type: 'submit' });
  const remark = { type: 'remark', procedureCode: `1.${plan}`, field: 'papers', text: 'Vì sao?' };
  const { command } = await on.doesUntilAnswered(subject, control, remark);
  const remarkId = command.commandId;
  await on.does(subject, lan, { type: 'answerRemark', remarkId, text: 'Luật định' });
  await on.does(subject, control, { type: 'resolveRemark', remarkId });
  await on.does(subject, control, { type: 'approve' });
  await on.does(subject, minister, { type: 'approve' });
  await waitUntil(
    () => on.report<{ phase: string }>(`document/${document}`),
    ({ state }) => state.phase === 'drafting',
  );
  const parting = { into: part, contents: { rest: hashOf('rest'), part: hashOf('part') } };
  await on.does(subject, minister, {
    type: 'split',
    procedureCodes: [`2.${plan}`],
    name: 'Phần tách',
    parting,
  });
  // The new plan's workflow begins from the record; its document knows both.
  await startPending({ ...temporal, db: worker.db, deployment });
  const { state } = await waitUntil(
    () => on.report<{ links: object }>(`document/${document}`),
    (seen) => part in seen.state.links,
  );
  expect(Object.keys(state.links).toSorted()).toEqual([plan, part].toSorted());
  await on.finishDocument(document, [`1.${plan}`, `2.${plan}`]);
  const handle = temporal.client.workflow.getHandle(subject);
  expect(await handle.result()).toMatchObject({ phase: 'done' });
  expect(await temporal.client.workflow.getHandle(`plan/${part}`).result()).toMatchObject({ phase: 'done' });
  await expect(replay('plan-split', subject)).resolves.toBeUndefined();
  await expect(replay('plan-split-off', `plan/${part}`)).resolves.toBeUndefined();
  await expect(replay('document-of-split-plans', `document/${document}`)).resolves.toBeUndefined();

  await again(subject, minister, { type: 'reopen', reason: 'Bỏ sót' });
  await on.approvePlan(plan);
  expect(await handle.result()).toMatchObject({ phase: 'done' });
  await expect(replay('plan-reopened', subject)).resolves.toBeUndefined();
});

it('replays a plan reopened after its evidence was corrected: its document says again what it has', async () => {
  const on = scenario(temporal);
  const [plan, document] = [uniqueCode('PA'), uniqueCode('TT')];
  const [subject, carrier] = [`plan/${plan}`, `document/${document}`];
  const codes = [`1.${plan}`, `2.${plan}`];
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document], '2030-01-01'));
  await on.approvePlan(plan);
  await waitUntil(
    () => on.report<{ phase: string }>(carrier),
    ({ state }) => state.phase === 'drafting',
  );
  await on.finishDocument(document, codes);
  const handle = temporal.client.workflow.getHandle(subject);
  expect(await handle.result()).toMatchObject({ phase: 'done' });

  // While the plan is done, one of its procedures turns out not to be in the database.
  const { databaseEntries } = (await on.report<DocumentState>(carrier)).state;
  const correction = { procedureCodes: codes.slice(0, 1), reason: 'Ghi nhầm' };
  const evidenceId = databaseEntries[0]?.id;
  await again(carrier, lan, { type: 'correctEvidence', evidenceId, ...correction });
  const [asked] = (await on.report<DocumentState>(carrier)).state.corrections;
  await on.does(carrier, control, { type: 'confirmCorrection', correctionId: asked?.id, accept: true });

  await again(subject, minister, { type: 'reopen', reason: 'Bỏ sót', evidenceAnew: true });
  await on.approvePlan(plan);
  const { state } = await waitUntil(
    () => on.report<PlanState>(subject),
    (seen) => seen.state.step === null && seen.state.documents[document]?.evidenced.length === 1,
  );
  expect(state.documents[document]?.evidenced).toEqual(codes.slice(0, 1));
  await on.does(carrier, control, {
    type: 'recordDatabaseEntry',
    reference: 'CSDL-2',
    enteredOn: dayOf(new Date().toISOString()),
    procedureCodes: codes.slice(1),
  });
  expect(await handle.result()).toMatchObject({ phase: 'done' });
  await expect(replay('plan-reopened-anew', subject)).resolves.toBeUndefined();
  await expect(replay('document-asked-anew', carrier)).resolves.toBeUndefined();
});

/** A command to one whose workflow has ended: it begins again from the record, as the API has it. */
async function again(
  subject: string,
  actor: Actor,
  words: { readonly type: string; readonly [word: string]: unknown },
): Promise<void> {
  const [kind, code] = subject.split('/') as ['plan' | 'document', string];
  const row = await projectedSubject(worker.db, kind, code);
  const options = await startOptionsFromRecord({ ...temporal, db: worker.db, deployment }, kind, code);
  if (!row || !options) throw new Error('not in the record');
  const { phase: _phase, workflowType, ...start } = options;
  const commandId = randomUUID();
  await temporal.client.workflow.executeUpdateWithStart<never, unknown, [object]>(words.type, {
    updateId: commandId,
    args: [{ commandId, expectedVersion: row.state.version, actor, ...words }],
    startWorkflowOperation: new WithStartWorkflowOperation(workflowType, start as never) as never,
  });
}
