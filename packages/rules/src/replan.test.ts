import { describe, expect, it } from 'vitest';
import { admin, duc, hoa, lan } from '../tests/people.ts';
import { facts, newPlan, T0 } from '../tests/walks.ts';
import type { Actor } from './actor.ts';
import { stepDefinition } from './chain.ts';
import { chainOf, chainSteps } from './chain-version.ts';
import { startOfDay } from './day.ts';
import type { StampedPlanCommand } from './plan/command.ts';
import { decidePlan } from './plan/decide.ts';
import { evolvePlan } from './plan/evolve.ts';
import { planUnder } from './plan/replan.ts';
import type { PlanState } from './plan/state.ts';
import { chainAfter, replanChanges, stepsAhead } from './replan.ts';
import { planContentHash } from './plan/state.ts';

const commandId = '00000000-0000-4000-8000-000000000009';
const gives = (state: PlanState, actor: Actor, command: object, now = T0) =>
  decidePlan(
    state,
    { commandId, expectedVersion: state.version, actor, ...command } as StampedPlanCommand,
    now,
  );
const does = (...[state, ...rest]: Parameters<typeof gives>): PlanState => {
  const result = gives(state, ...rest);
  if (!result.ok) throw new Error(result.rejection.code);
  return result.value.reduce(evolvePlan, state);
};

const submitted = does(newPlan(), lan, { type: 'submit' });
const swap = { version: 'vn-1', holidays: ['2026-03-04', '2026-03-05'], swappedWorkingDays: ['2026-03-07'] };
const without = chainOf(
  'plan-minister',
  2,
  chainSteps(submitted.chain)
    .filter(({ key }) => key !== 'quality-check')
    .map((step) => (step.key === 'review' ? { ...step, next: 'plan-approval' as const } : step)),
);
const slower = chainOf(
  'plan-minister',
  3,
  chainSteps(submitted.chain).map((step) =>
    step.key === 'quality-check'
      ? { ...step, function: 'legal-department', clock: { kind: 'working-days', days: 10 } }
      : step,
  ),
);

describe('another calendar', () => {
  it('moves the due day of an open step and leaves the version alone', () => {
    expect(submitted.step?.dueOn).toBe('2026-03-09');
    const after = does(submitted, admin, { type: 'replan', calendar: swap });
    expect(after.step?.dueOn).toBe('2026-03-10');
    expect([after.version, after.calendar]).toEqual([submitted.version, swap]);
    expect(replanChanges([submitted.step].filter(isStep), [after.step].filter(isStep))).toMatchObject([
      { step: 'quality-check', dueBefore: '2026-03-09', dueAfter: '2026-03-10' },
    ]);
  });

  it('keeps the days a returned plan has to answer', () => {
    const returned = does(submitted, duc, { type: 'return', reason: 'x' }, startOfDay('2026-07-06'));
    const calendar = { ...swap, holidays: ['2026-07-10'] };
    expect(returned.step?.dueOn).toBe('2026-07-13');
    expect(does(returned, admin, { type: 'replan', calendar }).step?.dueOn).toBe('2026-07-14');
  });

  it('can be given late: what happened meanwhile does not make it stale', () => {
    const edited = does(newPlan(), hoa, { type: 'saveContent', facts: facts(4) });
    expect(gives(edited, admin, { type: 'replan', calendar: swap, expectedVersion: 0 }).ok).toBe(true);
  });
});

describe('another version of the chain', () => {
  it('gives the open step its new function and clock, and takes it from who held it for the old one', () => {
    const claimed = does(submitted, duc, { type: 'claim' });
    const after = does(claimed, admin, { type: 'replan', chain: slower });
    expect(after.step).toMatchObject({ function: 'legal-department', dueOn: '2026-03-16', holder: null });
    expect(after.version).toBe(claimed.version + 1);
  });

  it('is refused while a step it lacks is open, to who does not keep it, and when all is over', () => {
    const code = (state: PlanState, actor: Actor) => {
      const result = gives(state, actor, { type: 'replan', chain: without });
      return result.ok ? null : result.rejection.code;
    };
    expect(code(submitted, admin)).toBe('CHAIN_LACKS_STEP');
    expect(code(newPlan(), lan)).toBe('FORBIDDEN');
    expect(code(does(submitted, lan, { type: 'withdraw', reason: 'x' }), admin)).toBe('SUBJECT_CLOSED');
    expect(code(newPlan(), admin)).toBeNull();
  });

  it('keeps what the old chain says of a step that lies behind', () => {
    const checked = does(submitted, duc, { type: 'approve', contentHash: planContentHash(submitted) });
    const after = does(checked, admin, { type: 'replan', chain: without });
    expect(stepDefinition(after.chain, 'quality-check').function).toBe('procedure-control');
    expect(after.chain.steps.map(({ key }) => key)).toEqual(['review', 'plan-approval']);
    // And back again, nothing is left over.
    const back = { ...submitted.chain, version: 4 };
    expect(chainAfter(after, back)).toEqual(back);
  });

  it('says which steps ahead come and go', () => {
    const draft = newPlan();
    const open = [draft.step].filter(isStep);
    expect(stepsAhead(draft, open, without).left.map(({ key }) => key)).toEqual(['quality-check']);
    const moved = does(draft, admin, { type: 'replan', chain: without });
    expect(stepsAhead(moved, open, submitted.chain).added.map(({ key }) => key)).toEqual(['quality-check']);
    expect(planUnder(draft, { chain: without }, T0).steps).toHaveLength(1);
  });
});

function isStep<T>(step: T | null): step is T {
  return step !== null;
}
