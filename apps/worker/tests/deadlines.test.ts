import type { OpenStep } from '@tinhgon/rules/step';
import { addDays, dayOf } from '@tinhgon/rules/day';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type SkippingTemporal, timeSkippingEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lan } from './people.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';

let temporal: SkippingTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await timeSkippingEnvironment();
  worker = await startWorker(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('marks steps due soon and overdue as sixty days pass', async () => {
  const on = scenario(temporal);
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  const today = dayOf(await temporal.now());
  await on.startPlan(on.planBegin(code, ['TT-01'], addDays(today, 30)));
  const step = async (): Promise<OpenStep | null> => (await on.report<PlanState>(subject)).state.step;
  expect(await step()).toMatchObject({ key: 'review', timing: 'in-time', dueOn: addDays(today, 30) });
  await temporal.advance(29);
  expect(await step()).toMatchObject({ timing: 'due-soon' });
  await temporal.advance(2);
  expect(await step()).toMatchObject({ timing: 'overdue' });
  await on.does(subject, lan, { type: 'submit' });
  expect(await step()).toMatchObject({ key: 'quality-check', timing: 'in-time' });
  await temporal.advance(29);
  expect(await step()).toMatchObject({ key: 'quality-check', timing: 'overdue' });

  const ticks = await worker.db
    .selectFrom('event')
    .select(['payload', 'version'])
    .where('subject', '=', subject)
    .where('type', '=', 'stepTimingChanged')
    .orderBy('seq')
    .execute();
  expect(ticks.map(({ payload }) => [payload['step'], payload['timing']])).toEqual([
    ['review', 'due-soon'],
    ['review', 'overdue'],
    ['quality-check', 'due-soon'],
    ['quality-check', 'overdue'],
  ]);
  // Time alone raises no version: nobody's page goes stale over night.
  expect(ticks.map(({ version }) => version)).toEqual([1, 1, 2, 2]);
});
