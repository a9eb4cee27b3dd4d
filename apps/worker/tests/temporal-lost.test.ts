import { addDays, dayOf } from '@tinhgon/rules/day';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { operationSubject } from '@tinhgon/workflows/operation/messages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcile } from '../src/reconcile.ts';
import { startMissing } from '../src/start-missing.ts';
import { bottleneckScenario, oanh, supervisor } from './bottleneck-scenario.ts';
import { enter, operating } from './operating.ts';
import { lan } from './people.ts';
import { deployment, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  await enter(worker.db, [lan]);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

const PATIENT = { timeout: 60_000, interval: 500 };

it('goes on with everything from the record when no workflow is left', async () => {
  const on = bottleneckScenario(temporal);
  const { db } = worker;
  const { client, taskQueue } = temporal;
  const [plan, code, asking, inspecting] = ['PA', 'VM', 'DRS', 'KT'].map(uniqueCode) as [
    string,
    string,
    string,
    string,
  ];
  const day = dayOf(new Date().toISOString());
  await on.startPlan(on.planBegin(plan, ['TT-01']));
  await on.ask(asking, addDays(day, 30));
  await on.raise(code, addDays(day, 30));
  await on.inspect(inspecting, day);
  const subjects = [`plan/${plan}`, `bottleneck/${code}`, `campaign/${asking}`, `inspection/${inspecting}`];

  const operate = operating(temporal, db);
  const remarks = (text: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      stage: 1,
      subject: `plan/${plan}`,
      task: { type: 'comment', text: `${text} ${n}`, expectedVersion: 0 } as const,
    }));
  const running = await operate.begin(lan, remarks('Nhắc', 90));
  const paused = await operate.begin(lan, remarks('Hỏi', 50));
  await operate.command(paused, 'pause', lan);
  await waitUntil(
    () => operate.report(running),
    ({ progress }) => progress.done > 0,
  );
  // As after the loss of Temporal's database: rows, and no workflow.
  const all = [...subjects, operationSubject(running), operationSubject(paused)];
  for (const subject of all) await client.workflow.getHandle(subject).terminate('test');

  const starting = { ...temporal, db, deployment };
  const lacking = async () => {
    await startMissing(starting);
    const states = await Promise.all(all.map((subject) => client.workflow.getHandle(subject).describe()));
    return all.filter((_, index) => states[index]?.status.name === 'TERMINATED');
  };
  await expect.poll(lacking, PATIENT).toEqual([]);
  expect((await reconcile({ db, client, taskQueue })).differences).toEqual([]);

  expect(await operate.result(running)).toMatchObject({ state: 'done', progress: { done: 90 } });
  expect((await operate.report(paused)).state).toBe('paused');
  await operate.command(paused, 'resume', lan);
  expect(await operate.result(paused)).toMatchObject({ state: 'done', progress: { done: 50 } });
  const said = await db
    .selectFrom('current_event')
    .select('payload')
    .where('subject', '=', `plan/${plan}`)
    .where('type', '=', 'commented')
    .execute();
  expect(new Set(said.map(({ payload }) => payload['text'])).size).toBe(140);
  expect(said).toHaveLength(140);

  await on.does(`bottleneck/${code}`, oanh, { type: 'answer', text: 'Đang làm' });
  await on.does(`campaign/${asking}`, oanh, { type: 'declareNone' });
  await on.does(`inspection/${inspecting}`, supervisor, { type: 'close', conclusion: 'Không có gì' });
});
