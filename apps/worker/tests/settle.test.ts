import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadBundle } from '../src/bundle.ts';
import { reconcile } from '../src/reconcile.ts';
import { settle } from '../src/settle.ts';
import { control, lan, minister } from './people.ts';
import { scenario } from './scenario.ts';
import { deployment, log, serve, startWorker, type TestWorker } from './start-worker.ts';

/** RESET_REAPPLY_TYPE_NONE: what came after the point is not given to the workflow again. */
const REAPPLY_NOTHING = 2;

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

it('goes on from the record where Temporal is older, and abandons nothing of what was decided', async () => {
  const on = scenario(temporal);
  const { client, namespace, taskQueue } = temporal;
  const { db, databaseUrl } = worker;
  const [old, even] = [uniqueCode('PA'), uniqueCode('PA')];
  await on.startPlan(on.planBegin(even, ['TT-01']));
  await on.startPlan(on.planBegin(old, ['TT-01']));
  const subject = `plan/${old}`;
  const handle = client.workflow.getHandle(subject);
  await on.does(subject, lan, { type: 'comment', text: 'Trước' });
  const { events } = await handle.fetchHistory();
  const point = events?.findLast((event) => event.workflowTaskCompletedEventAttributes)?.eventId;
  await on.does(subject, lan, { type: 'submit' });
  const approved = await on.doesUntilAnswered(subject, control, { type: 'approve' });
  await worker.stopServing();
  // As after a restore of an older file of Temporal's: the workflow knows nothing of the last two decisions.
  await client.workflowService.resetWorkflowExecution({
    namespace,
    workflowExecution: { workflowId: subject },
    reason: 'test',
    requestId: old,
    workflowTaskFinishEventId: point ?? null,
    resetReapplyType: REAPPLY_NOTHING,
  });

  const report = await settle({ ...temporal, db, deployment, bundle: await loadBundle(), log });
  expect(report).toEqual({ followed: [subject], ahead: [], begun: 0 });

  const stop = await serve(temporal, databaseUrl);
  expect(await on.send(subject, approved.command)).toEqual(approved.outcome);
  await on.does(subject, minister, { type: 'approve' });
  await on.does(`plan/${even}`, lan, { type: 'submit' });
  const record = await db
    .selectFrom('event')
    .select(['epoch', 'seq', 'type'])
    .where('subject', '=', subject)
    .orderBy('position')
    .execute();
  expect(record.map(({ epoch, seq, type }) => `${epoch}.${seq} ${type}`)).toEqual([
    '1.1 planStarted',
    '1.2 commented',
    '1.3 submitted',
    '1.4 approved',
    '1.5 approved',
  ]);
  expect((await reconcile({ db, client, taskQueue })).differences).toEqual([]);
  await stop();
});
