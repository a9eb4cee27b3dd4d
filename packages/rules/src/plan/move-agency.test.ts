import { describe, expect, it } from 'vitest';
import { admin, duc, lan, minh, office, person } from '../../tests/people.ts';
import { newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { wholeMove } from '../agency-move.ts';
import type { StampedPlanCommand } from './command.ts';
import { decidePlan } from './decide.ts';
import { evolvePlan } from './evolve.ts';
import { planContentHash, type PlanState } from './state.ts';

const commandId = '00000000-0000-4000-8000-000000000001';
const move = (actor: Actor, from = 'BTP', to = 'BNV', releaseHolder = false) =>
  ({
    type: 'moveAgency',
    commandId,
    actor,
    operation: 'o-1',
    move: wholeMove(from, to),
    releaseHolder,
  }) as const;
const does = (state: PlanState, command: StampedPlanCommand): PlanState => {
  const result = decidePlan(state, command, T0);
  if (!result.ok) throw new Error(result.rejection.code);
  return result.value.reduce(evolvePlan, state);
};
const refusal = (state: PlanState, command: StampedPlanCommand) => {
  const result = decidePlan(state, command, T0);
  return result.ok ? null : result.rejection.code;
};
const submit = (state: PlanState): PlanState =>
  does(state, { type: 'submit', commandId, actor: lan, expectedVersion: state.version });

describe('a plan whose ministry goes to another', () => {
  it('goes along with its open step and whoever holds it; its version and content stay', () => {
    const plan = submit(newPlan());
    const held = does(plan, { type: 'claim', commandId, actor: duc, expectedVersion: plan.version });
    const moved = does(held, move(office));
    expect(moved).toMatchObject({
      leadAgency: 'BNV',
      formerAgencies: ['BTP'],
      version: held.version,
      step: { agency: 'BNV', holder: { id: 'duc' }, dueOn: held.step?.dueOn },
    });
    expect(planContentHash(moved)).toBe(planContentHash(held));
    expect(does(moved, move(office, 'BNV', 'BTP')).leadAgency).toBe('BTP');
  });

  it('takes a decision whose author saw it before the move and holds the function at the new ministry', () => {
    const plan = submit(newPlan());
    const approve = (actor: Actor) =>
      ({
        type: 'approve',
        commandId,
        actor,
        expectedVersion: plan.version,
        contentHash: planContentHash(plan),
      }) as const;
    const moved = does(plan, move(office));
    expect(refusal(moved, approve(duc))).toBe('NOT_YOUR_STEP');
    expect(refusal(moved, approve(person('duc', ['procedure-control'], { agency: 'BNV' })))).toBeNull();
  });

  it('frees a step whose holder goes elsewhere', () => {
    const held = does(newPlan(), {
      type: 'claim',
      commandId,
      actor: lan,
      expectedVersion: newPlan().version,
    });
    expect(does(held, move(office, 'BTP', 'BNV', true)).step?.holder).toBeNull();
  });

  it('is moved by the programme office alone, while it is open, where there is something to move', () => {
    const plan = submit(newPlan());
    for (const actor of [lan, minh, admin]) expect(refusal(plan, move(actor))).toBe('FORBIDDEN');
    expect(refusal(plan, move(office, 'BYT', 'BNV'))).toBe('NOTHING_TO_MOVE');
    const gone = does(plan, {
      type: 'withdraw',
      commandId,
      actor: lan,
      expectedVersion: plan.version,
      reason: 'thử',
    });
    expect(refusal(gone, move(office))).toBe('SUBJECT_CLOSED');
  });
});
