import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import { hashOf } from '@tinhgon/rules/hash';
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

  const row = await projectedSubject(worker.db, 'plan', plan);
  const options = await startOptionsFromRecord({ ...temporal, db: worker.db, deployment }, 'plan', plan);
  if (!row || !options) throw new Error('not in the record');
  const { phase: _phase, workflowType, ...start } = options;
  const commandId = randomUUID();
  await temporal.client.workflow.executeUpdateWithStart<never, unknown, [object]>('reopen', {
    updateId: commandId,
    args: [
      { type: 'reopen', commandId, expectedVersion: row.state.version, actor: minister, reason: 'Bỏ sót' },
    ],
    startWorkflowOperation: new WithStartWorkflowOperation(workflowType, start as never) as never,
  });
  await on.approvePlan(plan);
  expect(await handle.result()).toMatchObject({ phase: 'done' });
  await expect(replay('plan-reopened', subject)).resolves.toBeUndefined();
});
