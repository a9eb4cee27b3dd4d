import { randomUUID } from 'node:crypto';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lan } from './people.ts';
import { refusalOf } from './refusal.ts';
import { scenario } from './scenario.ts';
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

it('knows the commands it answered, and its start, after it was continued as new', async () => {
  const on = scenario(temporal, { historyLimit: 30 });
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  const begun = on.planBegin(code, ['TT-01']);
  const started = await on.startPlan(begun);
  const handle = temporal.client.workflow.getHandle(subject);
  const firstRun = (await handle.describe()).runId;
  const commands = Array.from({ length: 8 }, (_, n) => ({
    type: 'comment',
    commandId: randomUUID(),
    expectedVersion: 1,
    actor: lan,
    text: `Ý kiến ${n}`,
  }));
  const answers = [];
  for (const command of commands) answers.push(await on.send(subject, command));
  await waitUntil(
    () => handle.describe(),
    ({ runId }) => runId !== firstRun,
  );
  for (const [n, command] of commands.entries()) {
    const again = await handle.executeUpdate('comment', { args: [command] });
    expect(again).toEqual(answers[n]);
  }
  const [known] = commands;
  const reused = handle.executeUpdate('comment', { args: [{ ...known, text: 'Ý khác' }] });
  expect(await refusalOf(reused)).toEqual({ code: 'COMMAND_ID_REUSED' });
  expect(await on.startPlan(begun)).toEqual(started);
  const { state, ackedSeq } = await on.report<PlanState>(subject);
  expect(state).toMatchObject({ version: 1, seq: 9 });
  expect(ackedSeq).toBe(9);
});
