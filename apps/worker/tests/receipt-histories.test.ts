import { randomUUID } from 'node:crypto';
import {
  keyRingOf,
  type KeyRing,
  newKeyFile,
  type PrivateHalf,
  rotated,
} from '@tinhgon/commands/receipts/key-ring';
import { signCommand } from '@tinhgon/commands/receipts/sign-command';
import { tellKeys } from '@tinhgon/commands/receipts/trust-keys';
import { operationStartOptions } from '@tinhgon/workflows/operation/start-options';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scheduleId } from '@tinhgon/workflows/schedules';
import { keepSchedule } from '../src/keep-schedule.ts';
import { replaying } from './keep-history.ts';
import { control, lan } from './people.ts';
import { refusalOf } from './refusal.ts';
import { scenario } from './scenario.ts';
import { deployment, startWorker, type TestWorker } from './start-worker.ts';

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

const signedIn = { how: 'session', provider: 'https://login.example.gov.vn' } as const;

it('replays a plan whose commands carry receipts, through a change of keys', async () => {
  const file = newKeyFile(new Date().toISOString());
  const first = keyRingOf(file);
  const on = scenario(temporal, { receipts: first.keySet });
  const code = uniqueCode('PA');
  const plan = `plan/${code}`;
  const begin = on.planBegin(code, [uniqueCode('TT')], '2030-01-01');
  await on.startPlan(signCommand(first, plan, begin, signedIn));
  const signed = async (ring: KeyRing, ...of: Parameters<typeof on.command>) =>
    signCommand(ring, plan, await on.command(...of), signedIn);

  await on.send(plan, await signed(first, plan, lan, { type: 'comment', text: 'Có biên nhận' }));
  const bare = await on.command(plan, lan, { type: 'submit' });
  expect(await refusalOf(on.send(plan, bare))).toEqual({ code: 'RECEIPT_MISSING' });

  const second = keyRingOf(rotated(file, file.root as PrivateHalf, new Date().toISOString()));
  const early = await signed(second, plan, lan, { type: 'submit' });
  expect(await refusalOf(on.send(plan, early))).toEqual({ code: 'RECEIPT_KEY_UNKNOWN' });
  await tellKeys(temporal.client, plan, second.keySet);
  await on.send(plan, early);
  await on.send(plan, await signed(second, plan, control, { type: 'approve' }));
  await expect(replaying(temporal)('plan-receipts', plan)).resolves.toBeUndefined();
  await temporal.client.workflow.getHandle(plan).terminate();
});

it('does not end an operation for whoever sends that straight to Temporal', async () => {
  const ring = keyRingOf(newKeyFile(new Date().toISOString()));
  const { client, taskQueue } = temporal;
  const id = randomUUID();
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const running = { ...deployment, receipts: ring.keySet };
  const by = { id: lan.id, name: lan.name };
  const { workflowType, ...start } = operationStartOptions(
    { deployment: running, id, kind: 'bulk', by, startsAt },
    taskQueue,
  );
  const handle = await client.workflow.start(workflowType, start);
  const cancel = { type: 'cancel', commandId: randomUUID(), actor: lan };
  const { send } = scenario(temporal);
  expect(await refusalOf(send(start.workflowId, cancel))).toEqual({ code: 'RECEIPT_MISSING' });
  const another = signCommand(ring, 'operation/another', cancel, signedIn);
  expect(await refusalOf(send(start.workflowId, another))).toMatchObject({ code: 'RECEIPT_INVALID' });
  expect(await handle.query('operation')).toMatchObject({ state: 'scheduled' });
  await handle.terminate();
});

it('does not begin a plan in the name of a person without a receipt', async () => {
  const ring = keyRingOf(newKeyFile(new Date().toISOString()));
  const on = scenario(temporal, { receipts: ring.keySet });
  const code = uniqueCode('PA');
  await expect(on.startPlan(on.planBegin(code, []))).rejects.toThrow(/Update failed|Workflow/);
  const { status } = await temporal.client.workflow.getHandle(`plan/${code}`).describe();
  expect(status.name).toBe('FAILED');
  const events = await worker.db
    .selectFrom('event')
    .select('seq')
    .where('subject', '=', `plan/${code}`)
    .execute();
  expect(events).toEqual([]);
});

it('replays a night of signing a checkpoint, on a schedule that is made once', async () => {
  const { client, taskQueue } = temporal;
  await keepSchedule(client, 'checkpoint-nightly', 'vi', taskQueue);
  await keepSchedule(client, 'checkpoint-nightly', 'vi', taskQueue);
  const handle = client.schedule.getHandle(scheduleId('checkpoint-nightly', taskQueue));
  try {
    const { spec } = await handle.describe();
    expect(spec).toMatchObject({ timezone: 'Asia/Ho_Chi_Minh', calendars: [{ hour: [{ start: 1 }] }] });
  } finally {
    await handle.delete();
  }
  const workflowId = uniqueCode('checkpoint');
  const args = [{ locale: 'vi' }];
  // This worker has no keys, and says so.
  expect(await client.workflow.execute('checkpoint', { workflowId, taskQueue, args })).toBeNull();
  await expect(replaying(temporal)('checkpoint-done', workflowId)).resolves.toBeUndefined();
});
