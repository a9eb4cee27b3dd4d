import { describe, expect, it } from 'vitest';
import { admin, duc, hoa, lan, office, person } from '../../tests/people.ts';
import { newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import type { StampedPlanCommand } from '../plan/command.ts';
import { decidePlan } from '../plan/decide.ts';
import { evolvePlan } from '../plan/evolve.ts';
import type { PlanState } from '../plan/state.ts';
import { leavingItems } from './leaving-items.ts';

const TODAY = '2026-11-26';
const commandId = '00000000-0000-4000-8000-000000000001';

describe('what happens when somebody leaves', () => {
  it('comes in its order: successors, the person, claimed steps, assignments and delegations', () => {
    const held = { function: 'drafter', agency: 'A', from: '2020-01-01', to: null } as const;
    const items = leavingItems(
      {
        personId: 'p',
        active: true,
        steps: [
          { subject: 'plan', code: '1', step: 'review', goesTo: { kind: 'person', personId: 'q' } },
          { subject: 'document', code: '2', step: 'draft', goesTo: { kind: 'unit' } },
        ],
        assignments: [
          { ...held, id: 'a1', successor: 'q' },
          { ...held, id: 'a2', from: '2027-01-01', successor: null },
        ],
        delegations: ['d1'],
      },
      TODAY,
      (id) => `${id}'`,
    );
    expect(items.map(({ stage, subject, task }) => `${stage} ${subject} ${task.type}`)).toEqual([
      "1 assignment/a1' saveAssignment",
      '2 person/p deactivatePerson',
      '3 plan/1 passOnStep',
      '3 document/2 passOnStep',
      '4 assignment/a1 saveAssignment',
      '4 assignment/a2 saveAssignment',
      '4 delegation/d1 revokeDelegation',
    ]);
    expect(items[0]?.task).toMatchObject({ assignment: { personId: 'q', from: TODAY, to: null } });
    expect(items[2]?.task).toEqual({ type: 'passOnStep', step: 'review', from: 'p', to: 'q' });
    // Never before it began.
    expect(items[5]?.task).toMatchObject({ assignment: { to: '2027-01-01' } });
  });
});

describe('a claimed step of somebody who leaves', () => {
  const does = (state: PlanState, command: StampedPlanCommand): PlanState => {
    const result = decidePlan(state, command, T0);
    if (!result.ok) throw new Error(result.rejection.code);
    return result.value.reduce(evolvePlan, state);
  };
  const begun = newPlan();
  const submitted = does(begun, { type: 'submit', commandId, actor: lan, expectedVersion: begun.version });
  const claimed = does(submitted, {
    type: 'claim',
    commandId,
    actor: duc,
    expectedVersion: submitted.version,
  });
  const passing = (actor: Actor, to: Actor | null, from = 'duc') =>
    ({
      type: 'passOnStep',
      commandId,
      operation: 'o',
      actor,
      step: 'quality-check',
      from,
      to: to?.id ?? null,
      ...(to ? { assignee: to } : {}),
    }) as const;
  const refusal = (state: PlanState, command: StampedPlanCommand) => {
    const result = decidePlan(state, command, T0);
    return result.ok ? null : result.rejection.code;
  };

  it('goes to another or back to the unit, and nobody’s page goes stale', () => {
    const other = person('khanh', ['procedure-control']);
    const given = does(claimed, passing(admin, other));
    expect(given).toMatchObject({ version: claimed.version, step: { holder: { id: 'khanh' } } });
    expect(does(claimed, passing(office, null)).step?.holder).toBeNull();
  });

  it('is passed on by those who keep the catalogue, from who holds it, to who may act on it', () => {
    expect(refusal(claimed, passing(lan, null))).toBe('FORBIDDEN');
    expect(refusal(submitted, passing(admin, null))).toBe('NOT_HELD');
    expect(refusal(claimed, passing(admin, null, 'hoa'))).toBe('NOT_HELD');
    expect(refusal(claimed, passing(admin, person('x', ['minister'])))).toBe('INVALID_ASSIGNEE');
    // Four eyes hold for who is given it.
    const drafterToo = { ...hoa, id: 'lan', assignments: [...lan.assignments, ...duc.assignments] };
    expect(refusal(claimed, passing(admin, drafterToo))).toBe('FOUR_EYES');
  });
});
