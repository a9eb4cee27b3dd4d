import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import { evidenceOf } from '@tinhgon/rules/document/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import type { CommandOutcome } from '@tinhgon/workflows/subject/messages';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOptionsFromRecord } from '../src/activities/start-from-record.ts';
import { reconcile } from '../src/reconcile.ts';
import { startPending } from '../src/start-pending.ts';
import { control, lan, minister } from './people.ts';
import { type Scenario, scenario } from './scenario.ts';
import { deployment, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
let on: Scenario;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  on = scenario(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

const starting = () => ({ ...temporal, db: worker.db, deployment });

async function doneDocument(plan: string): Promise<string> {
  const document = uniqueCode('TT');
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(plan, [document]));
  await on.approvePlan(plan);
  await waitUntil(
    () => on.report<{ phase: string }>(`document/${document}`),
    ({ state }) => state.phase === 'drafting',
  );
  await on.finishDocument(document, [`1.${plan}`, `2.${plan}`]);
  await temporal.client.workflow.getHandle(`document/${document}`).result();
  await temporal.client.workflow.getHandle(`plan/${plan}`).result();
  return document;
}

it('takes a correction on a document whose workflow has ended, and ends again once it is confirmed', async () => {
  const document = await doneDocument(uniqueCode('PA'));
  const subject = `document/${document}`;
  const row = await projectedSubject(worker.db, 'document', document);
  if (!row) throw new Error('no row');
  const evidence = evidenceOf(row.state).find(({ kind }) => kind === 'announcement');
  const options = await startOptionsFromRecord(starting(), 'document', document);
  if (!options) throw new Error('not in the record');
  const { phase: _phase, workflowType, ...start } = options;
  const command = {
    type: 'correctEvidence',
    commandId: randomUUID(),
    expectedVersion: row.state.version,
    actor: control,
    evidenceId: evidence?.id,
    number: '77/QĐ-BTP',
    reason: 'Ghi nhầm số',
  };
  const answer = await temporal.client.workflow.executeUpdateWithStart<never, CommandOutcome, [object]>(
    command.type,
    {
      updateId: command.commandId,
      args: [command],
      startWorkflowOperation: new WithStartWorkflowOperation(workflowType, start as never) as never,
    },
  );
  expect(answer).toMatchObject({ version: row.state.version + 1, projected: true });
  const { state } = await on.report<{ corrections: { id: string }[] }>(subject);
  const correctionId = state.corrections[0]?.id;
  await on.does(subject, minister, { type: 'confirmCorrection', correctionId, accept: true });
  await temporal.client.workflow.getHandle(subject).result();
  const after = await projectedSubject(worker.db, 'document', document);
  expect(after?.state.announcements.map(({ decisionNumber }) => decisionNumber)).toEqual(['77/QĐ-BTP']);
});

it('begins a done document again when another plan asks something of it', async () => {
  const document = await doneDocument(uniqueCode('PA'));
  const later = uniqueCode('PA');
  await on.startPlan(on.planBegin(later, [document]));
  await on.does(`plan/${later}`, lan, { type: 'submit' });
  const { state } = await waitUntil(
    () => on.report<{ phase: string; links: object }>(`document/${document}`),
    (seen) => seen.state.phase === 'carrying-out',
  );
  expect(Object.keys(state.links)).toContain(later);
});

it('starts imported subjects from their rows, once, and finds nothing different', async () => {
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(subject, lan, { type: 'submit' });
  const handle = temporal.client.workflow.getHandle(subject);
  // As after an import, or after the loss of Temporal's database: a row, and no workflow.
  await handle.terminate('test');
  const { client, taskQueue } = temporal;
  const { differences } = await reconcile({ db: worker.db, client, taskQueue });
  expect(differences).toEqual([{ subject, what: 'no-workflow', workflowSeq: null, rowSeq: 2 }]);

  const pending = { subject, ready: true, asked_at: new Date().toISOString() };
  await worker.db.insertInto('pending_start').values(pending).execute();
  expect(await startPending(starting())).toBe(1);
  expect(await startPending(starting())).toBe(0);
  const { runId } = await handle.describe();
  await worker.db.insertInto('pending_start').values(pending).execute();
  await startPending(starting());
  expect((await handle.describe()).runId).toBe(runId);
  expect(await on.does(subject, control, { type: 'approve' })).toMatchObject({ version: 3, projected: true });
  expect((await reconcile({ db: worker.db, client, taskQueue })).differences).toEqual([]);
});

it('answers for nothing that the run before it was still writing while it was begun', async () => {
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  const handle = temporal.client.workflow.getHandle(subject);
  const remark = (text: string) => {
    const command = { type: 'comment', commandId: randomUUID(), expectedVersion: 0, text, actor: lan };
    return () => handle.executeUpdate('comment', { args: [command], updateId: command.commandId });
  };
  const late = remark('Muộn');
  let written: Promise<unknown> | undefined;
  const meanwhile: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // After the first look at the record, the run that is about to be lost writes once more.
    transformResult: async ({ result }) => {
      await (written ??= late());
      return result;
    },
  };
  const db = worker.db.withPlugin(meanwhile);
  const options = await startOptionsFromRecord({ ...starting(), db }, 'plan', code);
  if (!options) throw new Error('not in the record');
  await handle.terminate('test');
  const { phase: _phase, workflowType, ...start } = options;
  await temporal.client.workflow.start(workflowType, start);
  await late();
  await remark('Sau')();
  const said = async () =>
    (
      await worker.db
        .selectFrom('current_event')
        .select('payload')
        .where('subject', '=', subject)
        .where('type', '=', 'commented')
        .orderBy('seq')
        .execute()
    ).map(({ payload }) => payload['text']);
  await expect.poll(said, { timeout: 15_000 }).toEqual(['Muộn', 'Sau']);
});
