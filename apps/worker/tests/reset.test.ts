import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcile } from '../src/reconcile.ts';
import { control, lan } from './people.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';

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

it('abandons what came after the point a workflow was reset to, and goes on in a later epoch', async () => {
  const on = scenario(temporal);
  const { client, namespace, taskQueue } = temporal;
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(subject, lan, { type: 'comment', text: 'Giữ lại' });
  await on.does(subject, lan, { type: 'comment', text: 'Bỏ đi' });
  const handle = client.workflow.getHandle(subject);
  // The task that took the last comment: a reset goes back to before it.
  const { events } = await handle.fetchHistory();
  const point = events?.findLast((event) => event.workflowTaskCompletedEventAttributes)?.eventId;
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'approve' });

  await client.workflowService.resetWorkflowExecution({
    namespace,
    workflowExecution: { workflowId: subject },
    reason: 'test',
    requestId: code,
    workflowTaskFinishEventId: point ?? null,
    resetReapplyType: REAPPLY_NOTHING,
  });
  expect(await on.report<{ seq: number }>(subject)).toMatchObject({ epoch: 1, state: { seq: 2 } });
  expect(await on.does(subject, lan, { type: 'withdraw', reason: 'Làm lại' })).toMatchObject({
    version: 2,
    projected: true,
  });
  expect(await handle.result()).toMatchObject({ phase: 'withdrawn' });

  const kept = await worker.db
    .selectFrom('event')
    .select(['epoch', 'seq', 'type'])
    .where('subject', '=', subject)
    .orderBy('position')
    .execute();
  expect(kept.map(({ epoch, seq, type }) => `${epoch}.${seq} ${type}`)).toEqual([
    '1.1 planStarted',
    '1.2 commented',
    '1.3 commented',
    '1.4 submitted',
    '1.5 approved',
    '2.3 withdrawn',
  ]);
  const row = await worker.db.selectFrom('plan').select('phase').where('code', '=', code).executeTakeFirst();
  expect(row?.phase).toBe('withdrawn');
  expect((await reconcile({ db: worker.db, client, taskQueue })).differences).toEqual([]);
});
