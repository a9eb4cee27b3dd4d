import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcile } from '../src/reconcile.ts';
import { control, lan, minister } from './people.ts';
import { scenario } from './scenario.ts';
import { killHard, startWorkerProcess } from './worker-process.ts';

let temporal: TestTemporal;
let database: TestDatabase;
let worker: ChildProcess;
beforeAll(async () => {
  temporal = await testEnvironment();
  database = await createTestDatabase();
  worker = await startWorkerProcess(database.url, temporal.taskQueue);
});
afterAll(async () => {
  if (worker.exitCode === null && worker.signalCode === null) await killHard(worker);
  await database.drop();
  await temporal.close();
});

it('keeps every acknowledged decision once when the worker is killed in the middle of ten plans', async () => {
  const on = scenario(temporal);
  const codes = Array.from({ length: 10 }, () => uniqueCode('PA'));
  await Promise.all(codes.map((code) => on.startPlan(on.planBegin(code, ['TT-01']))));
  const acknowledged: string[] = [];
  const decide = async (code: string): Promise<void> => {
    const subject = `plan/${code}`;
    const steps = [
      [lan, { type: 'comment', text: 'Bắt đầu' }],
      [lan, { type: 'submit' }],
      [control, { type: 'claim' }],
      [control, { type: 'approve' }],
      [minister, { type: 'refuse', reason: 'Chưa cần thiết' }],
    ] as const;
    for (const [actor, words] of steps) {
      const { command } = await on.doesUntilAnswered(subject, actor, words);
      acknowledged.push(`${subject} ${command.commandId}`);
    }
  };
  const deciding = Promise.all(codes.map(decide));
  await Promise.race([deciding, untilSome(acknowledged, 15)]);
  await killHard(worker);
  const atKill = acknowledged.length;
  worker = await startWorkerProcess(database.url, temporal.taskQueue);
  await deciding;
  expect(atKill).toBeLessThan(50);
  expect(acknowledged).toHaveLength(50);

  for (const code of codes) {
    const end = await temporal.client.workflow.getHandle(`plan/${code}`).result();
    expect(end).toMatchObject({ phase: 'refused', version: 5 });
  }
  const rows = await database.db
    .selectFrom('current_event')
    .select(['subject', 'command_id'])
    .where('type', '!=', 'planStarted')
    .execute();
  expect(rows.map((row) => `${row.subject} ${row.command_id}`).sort()).toEqual(acknowledged.toSorted());
  const { client, taskQueue } = temporal;
  expect((await reconcile({ db: database.db, client, taskQueue })).differences).toEqual([]);
});

it('ends by itself when asked to, within its grace', async () => {
  const ended = once(worker, 'exit');
  worker.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 10_000);

async function untilSome(list: readonly unknown[], count: number): Promise<void> {
  while (list.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}
