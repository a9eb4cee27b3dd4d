import type { OperationItem } from '@tinhgon/rules/operation/task';
import { operationStartOptions } from '@tinhgon/workflows/operation/start-options';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { control, lan } from './people.ts';
import { enter, operating } from './operating.ts';
import { refusalOf } from './refusal.ts';
import { type Scenario, scenario } from './scenario.ts';
import { deployment, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  await enter(worker.db, [lan, control]);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

async function plans(on: Scenario, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => uniqueCode('PA'));
  await Promise.all(codes.map((code) => on.startPlan(on.planBegin(code, ['TT-01']))));
  return codes;
}

/** Remarks: many can be made on one plan, and each is seen in its record. */
const remarks = (codes: readonly string[], each: number): OperationItem[] =>
  Array.from({ length: each }, (_, n) =>
    codes.map((code) => ({
      stage: 1,
      subject: `plan/${code}`,
      task: { type: 'comment', text: `Nhắc ${n}`, expectedVersion: 0 } as const,
    })),
  ).flat();

async function remarksOnRecord(codes: readonly string[]): Promise<string[]> {
  const rows = await worker.db
    .selectFrom('current_event')
    .select(['subject', 'payload'])
    .where(
      'subject',
      'in',
      codes.map((code) => `plan/${code}`),
    )
    .where('type', '=', 'commented')
    .execute();
  return rows.map(({ subject, payload }) => `${subject} ${String(payload['text'])}`).sort();
}

it('stops when it is paused, goes on where it was, and does everything once', async () => {
  const on = scenario(temporal);
  const operate = operating(temporal, worker.db, { historyLimit: 30 });
  const codes = await plans(on, 8);
  const items = remarks(codes, 20);
  const id = await operate.begin(lan, items);
  await waitUntil(
    () => operate.report(id),
    ({ progress }) => progress.done > 0,
  );
  await operate.command(id, 'pause', lan);
  expect((await refusalOf(operate.command(id, 'pause', lan))).code).toBe('OPERATION_PAUSED');
  expect((await refusalOf(operate.command(id, 'resume', control))).code).toBe('FORBIDDEN');
  // The batch at hand is brought to its end.
  const still = await waitUntil(
    async () => {
      const before = (await remarksOnRecord(codes)).length;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { before, after: (await remarksOnRecord(codes)).length };
    },
    ({ before, after }) => before === after,
  );
  expect(still.after).toBeLessThan(items.length);
  const row = () => worker.db.selectFrom('operation').select('state').where('id', '=', id).executeTakeFirst();
  expect((await row())?.state).toBe('paused');
  await operate.command(id, 'resume', lan);
  expect(await operate.result(id)).toEqual({
    state: 'done',
    progress: { waiting: 0, done: items.length, refused: 0, failed: 0 },
  });
  const wanted = items.map(({ subject, task }) => `${subject} ${'text' in task ? task.text : ''}`);
  expect(await remarksOnRecord(codes)).toEqual(wanted.sort());
});

it('ends when it is told to, and leaves the rest undone', async () => {
  const on = scenario(temporal);
  const operate = operating(temporal, worker.db);
  const codes = await plans(on, 4);
  const id = await operate.begin(lan, remarks(codes, 60));
  await waitUntil(
    () => operate.report(id),
    ({ progress }) => progress.done > 0,
  );
  await operate.command(id, 'cancel', lan);
  const { state, progress } = await operate.result(id);
  expect(state).toBe('cancelled');
  expect(progress.waiting).toBeGreaterThan(0);
  expect((await remarksOnRecord(codes)).length).toBe(progress.done);
});

it('lists a subject that cannot be found and does the others', async () => {
  const on = scenario(temporal);
  const operate = operating(temporal, worker.db);
  const [code = ''] = await plans(on, 1);
  const id = await operate.begin(lan, remarks([code, uniqueCode('PA')], 1));
  expect((await operate.result(id)).progress).toEqual({ waiting: 0, done: 1, refused: 1, failed: 0 });
});

it('lists what fails, and tries it again until it is done', async () => {
  const on = scenario(temporal);
  const operate = operating(temporal, worker.db);
  const [code = '', other = ''] = await plans(on, 2);
  const subject = `plan/${code}`;
  // In its place runs something that takes no such command.
  await temporal.client.workflow.getHandle(subject).terminate();
  const by = { id: lan.id, name: lan.name };
  const startsAt = '2099-01-01T00:00:00.000Z';
  const input = { deployment, id: uniqueCode('x'), kind: 'bulk', by, startsAt } as const;
  const { workflowType, ...options } = operationStartOptions(input, temporal.taskQueue);
  const wrong = await temporal.client.workflow.start(workflowType, { ...options, workflowId: subject });

  const id = await operate.begin(lan, remarks([code, other], 1));
  await waitUntil(
    () => operate.report(id),
    ({ progress }) => progress.failed === 1 && progress.done === 1,
  );
  const listed = await worker.db
    .selectFrom('operation_item')
    .select(['subject', 'code'])
    .where('operation', '=', id)
    .where('outcome', '=', 'failed')
    .execute();
  expect(listed).toEqual([{ subject, code: 'INTERNAL' }]);
  await wrong.terminate();
  await operate.command(id, 'retry', lan);
  expect((await operate.result(id)).progress).toEqual({ waiting: 0, done: 2, refused: 0, failed: 0 });
  expect(await remarksOnRecord([code])).toEqual([`${subject} Nhắc 0`]);
});
