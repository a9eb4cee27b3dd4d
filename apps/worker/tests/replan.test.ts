import { addWorkingDays } from '@tinhgon/rules/calendar';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { chainOf, chainSteps } from '@tinhgon/rules/chain-version';
import { dayOf } from '@tinhgon/rules/day';
import { planChain } from '@tinhgon/rules/default-chains';
import { openSteps } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { control, keeper, lan } from './people.ts';
import { refusalOf } from './refusal.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';

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

it('puts a running plan under another calendar and another chain, and its rows with it', async () => {
  const on = scenario(temporal);
  const code = uniqueCode('PA');
  const plan = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(plan, lan, { type: 'submit' });
  const due = addWorkingDays(VIETNAM_CALENDAR, dayOf(new Date().toISOString()), 5);
  const calendar = { ...VIETNAM_CALENDAR, version: 'vn-1', holidays: [...VIETNAM_CALENDAR.holidays, due] };
  await on.does(plan, keeper, { type: 'replan', calendar });

  const steps = chainSteps(planChain({ approvalLevel: 'minister' }));
  const slower = steps.map((step) =>
    step.key === 'quality-check' ? { ...step, clock: { kind: 'working-days' as const, days: 10 } } : step,
  );
  await on.does(plan, control, { type: 'claim' });
  await on.does(plan, keeper, { type: 'replan', chain: chainOf('plan-minister', 2, slower) });
  const { state } = await on.report<PlanState>(plan);
  expect([state.chain.version, state.calendar.version]).toEqual([2, 'vn-1']);
  expect(openSteps(state)).toMatchObject([
    {
      key: 'quality-check',
      dueOn: addWorkingDays(calendar, dayOf(state.step?.openedAt ?? ''), 10),
      holder: { id: control.id },
    },
  ]);
  const row = await worker.db
    .selectFrom('step_run')
    .select('due_on')
    .where('subject', '=', plan)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  expect(row?.due_on).toBe(state.step?.dueOn);
  expect(await refusalOf(on.does(plan, lan, { type: 'replan', calendar }))).toMatchObject({
    code: 'FORBIDDEN',
  });
});
