import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duc, hoa, lan, minh, person } from '../tests/people.ts';
import { facts, newPlan, planCommand, T0, walk } from '../tests/walks.ts';
import type { Actor, Held } from './actor.ts';
import type { StampedPlanCommand } from './plan/command.ts';
import { decidePlan } from './plan/decide.ts';
import { evolvePlan } from './plan/evolve.ts';
import { planContentHash, type PlanState } from './plan/state.ts';
import { objectionToActing, objectionToDeciding, objectionToHolding } from './policy.ts';
import type { OpenStep } from './step.ts';
import { FUNCTIONS } from './vocabulary.ts';

/** `substitute` with everything `absent` holds themself, as the API would stamp them. */
export function standingInFor(absent: Actor, substitute: Actor, more: Partial<Held> = {}): Actor {
  const onBehalfOf = {
    id: absent.id,
    name: absent.name,
    form: 'KT',
    delegationId: `${absent.id}-away`,
  } as const;
  const own = absent.assignments.filter((held) => !held.onBehalfOf);
  const given = own.map((held) => ({ ...held, onBehalfOf, until: '2026-03-31', ...more }));
  return { ...substitute, assignments: [...substitute.assignments, ...given] };
}

const deputy = standingInFor(minh, person('thu', []));
const control = standingInFor(duc, person('thu', []));
const KT = (absent: Actor) => ({
  id: absent.id,
  name: absent.name,
  form: 'KT',
  delegationId: `${absent.id}-away`,
});

const does = (state: PlanState, actor: Actor, command: object): PlanState => {
  const given = { commandId: 'x', expectedVersion: state.version, actor, ...command };
  const result = decidePlan(state, given as StampedPlanCommand, T0);
  if (!result.ok) throw new Error(`${result.rejection.code} ${JSON.stringify(result.rejection.details)}`);
  return result.value.reduce(evolvePlan, state);
};
const approve = (state: PlanState) => ({ type: 'approve', contentHash: planContentHash(state) });

describe('a substitute', () => {
  const submitted = does(newPlan(), lan, { type: 'submit' });
  const atApproval = does(submitted, duc, approve(submitted));

  it('decides in the name of whom they stand in for, and it is recorded so', () => {
    const done = does(atApproval, deputy, approve(atApproval));
    const by = { id: 'thu', name: deputy.name, onBehalfOf: KT(minh) };
    expect(done.approvals.at(-1)?.by).toEqual(by);
    expect(done.finishedSteps.at(-1)?.by).toEqual(by);
  });

  it('acts for themself where the assignment is their own too', () => {
    const both = standingInFor(duc, person('thu', ['procedure-control']));
    const done = does(submitted, both, approve(submitted));
    expect(done.approvals.at(-1)?.by).toEqual({ id: 'thu', name: both.name });
  });

  it('takes over what the absent person had claimed, and gives back what was claimed in their name', () => {
    const claimed = does(submitted, duc, { type: 'claim' });
    expect(does(claimed, control, approve(claimed)).step?.key).toBe('plan-approval');
    const taken = does(submitted, control, { type: 'claim' });
    expect(taken.step?.holder).toEqual({ id: 'thu', name: control.name, onBehalfOf: KT(duc) });
    expect(does(taken, duc, approve(taken)).approvals.at(-1)?.by).toEqual({ id: 'duc', name: duc.name });
    expect(does(taken, duc, { type: 'release' }).step?.holder).toBeNull();
    // A colleague who stands in for nobody finds it claimed.
    const colleague = person('phuc', ['procedure-control']);
    expect(objectionToActing(colleague, taken.step as OpenStep)?.code).toBe('HELD_BY_OTHER');
  });

  it('does nothing outside what was delegated', () => {
    const documentsOnly = standingInFor(duc, person('thu', []), { only: 'document' });
    expect(objectionToHolding(documentsOnly, submitted.step as OpenStep)?.code).toBe('NOT_YOUR_STEP');
    const plansOnly = standingInFor(duc, person('thu', []), { only: 'plan' });
    expect(objectionToHolding(plansOnly, submitted.step as OpenStep)).toBeNull();
  });

  it('is no way round four eyes: neither an editor decides, nor is it decided in an editor’s name', () => {
    const check = submitted.step as OpenStep;
    const drafterForControl = standingInFor(duc, lan);
    expect(objectionToDeciding(drafterForControl, check, submitted.editors)?.code).toBe('FOUR_EYES');
    // Hoa edits and controls; whoever stands in for her decides on what she has not edited only.
    const edited = does(does(newPlan(), hoa, { type: 'saveContent', facts: facts(1) }), lan, {
      type: 'submit',
    });
    const forHoa = standingInFor(hoa, person('thu', []));
    expect(objectionToDeciding(forHoa, edited.step as OpenStep, edited.editors)).toEqual({
      code: 'FOUR_EYES',
      details: { onBehalfOf: hoa.name },
    });
    expect(objectionToDeciding(forHoa, check, submitted.editors)).toBeNull();
  });

  it('who has had it drafted in their name does not decide on it either', () => {
    const forHoa = standingInFor(hoa, person('thu', []), { only: 'plan' });
    const drafted = does(newPlan(), forHoa, { type: 'saveContent', facts: facts(2) });
    expect(drafted.editors).toEqual(['lan', 'thu', 'hoa']);
    const waiting = does(drafted, lan, { type: 'submit' });
    expect(objectionToDeciding(hoa, waiting.step as OpenStep, waiting.editors)?.code).toBe('FOUR_EYES');
  });

  it('is given a step in the name of whom they stand in for', () => {
    const given = does(submitted, duc, { type: 'reassign', to: 'thu', assignee: control });
    expect(given.step?.holder).toEqual({ id: 'thu', name: control.name, onBehalfOf: KT(duc) });
  });
});

const cast = ['a', 'b', 'c', 'd'];
const assignments = fc.uniqueArray(
  fc.record({ function: fc.constantFrom(...FUNCTIONS), agency: fc.constantFrom('BTP', 'BYT', null) }),
  { maxLength: 4 },
);
const delegations = fc.array(
  fc.record({
    from: fc.nat({ max: 3 }),
    to: fc.nat({ max: 3 }),
    only: fc.constantFrom('plan' as const, 'document' as const, undefined),
  }),
  { maxLength: 6 },
);

it('no delegation lets a decision through that its author or the person represented could not make', () => {
  fc.assert(
    fc.property(
      fc.tuple(assignments, assignments, assignments, assignments),
      delegations,
      fc.subarray(cast),
      fc.constantFrom(...FUNCTIONS),
      fc.constantFrom('BTP', null),
      (held, given, editors, code, agency) => {
        const own = cast.map((id, index) => ({ ...person(id, []), assignments: held[index] ?? [] }));
        const withSubstitutes = own.map((actor, index) =>
          given
            .filter(({ from, to }) => to === index && from !== to)
            .reduce<Actor>((so, { from, only }) => {
              const absent = own[from] as Actor;
              return standingInFor(absent, so, only ? { only } : {});
            }, actor),
        );
        const step = {
          ...(newPlan().step as OpenStep),
          kind: 'check' as const,
          function: code,
          agency,
          holder: null,
        };
        for (const [index, actor] of withSubstitutes.entries()) {
          if (objectionToDeciding(actor, step, editors)) continue;
          expect(editors).not.toContain(actor.id);
          const alone = objectionToDeciding(own[index] as Actor, step, editors) === null;
          const through = given.some(
            ({ from, to }) => to === index && objectionToDeciding(own[from] as Actor, step, editors) === null,
          );
          expect(alone || through).toBe(true);
        }
      },
    ),
  );
});

it('on any walk of a plan, no hand that drafted it, or had it drafted, is in a decision', () => {
  const substitutes = [deputy, control, standingInFor(hoa, person('thu', [])), standingInFor(duc, lan)];
  fc.assert(
    fc.property(walk, (draws) => {
      let state = newPlan();
      for (const draw of draws) {
        const command = planCommand(state, draw);
        const actor = draw.what % 3 === 0 ? (substitutes[draw.who % 4] as Actor) : command.actor;
        const result = decidePlan(state, { ...command, actor }, T0);
        if (!result.ok) continue;
        const { editors } = state;
        state = result.value.reduce(evolvePlan, state);
        if (!['approve', 'return', 'refuse'].includes(command.type)) continue;
        const by = state.finishedSteps.at(-1)?.by;
        expect(editors).not.toContain(by?.id);
        expect(editors).not.toContain(by?.onBehalfOf?.id);
      }
    }),
  );
});
