import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admin, duc, hoa, lan, minh, office, person, stranger } from '../../tests/people.ts';
import { facts, newPlan, planCommand, T0, walk } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { addDays, dayOf, startOfDay } from '../days.ts';
import type { ErrorCode } from '../errors.ts';
import { hashOf } from '../hash.ts';
import { PLAN_CHART } from './chart.ts';
import type { StampedPlanCommand } from './command.ts';
import { decidePlan } from './decide.ts';
import { isTalk } from '../remark/fields.ts';
import { evolvePlan, foldPlan } from './evolve.ts';
import { planAfterNews, planTick } from './hear.ts';
import { planContentHash, type PlanState } from './state.ts';

const base = (state: PlanState, actor: Actor) => ({
  commandId: '00000000-0000-4000-8000-000000000001',
  expectedVersion: state.version,
  actor,
});
const does = (state: PlanState, actor: Actor, command: object, now = T0): PlanState => {
  const result = decidePlan(state, { ...base(state, actor), ...command } as StampedPlanCommand, now);
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  return result.value.reduce(evolvePlan, state);
};
const refusal = (state: PlanState, actor: Actor, command: object): ErrorCode | null => {
  const result = decidePlan(state, { ...base(state, actor), ...command } as StampedPlanCommand, T0);
  return result.ok ? null : result.rejection.code;
};
const approve = (state: PlanState) => ({ type: 'approve', contentHash: planContentHash(state) });

describe('a plan on its straight way', () => {
  it('goes from review through quality check to approval, and is done when its documents are evidenced', () => {
    let plan = does(newPlan(), lan, { type: 'submit' });
    expect([plan.phase, plan.step?.key]).toEqual(['submitted', 'quality-check']);
    plan = does(plan, duc, approve(plan));
    expect([plan.phase, plan.step?.key]).toEqual(['submitted', 'plan-approval']);
    plan = does(plan, minh, approve(plan));
    expect([plan.phase, plan.step]).toEqual(['approved', null]);
    const stamp = { at: T0, actor: { id: 'system', name: '' } };
    const news = { seq: 2, phase: 'drafting' as const, steps: [], inForceOn: null, evidenced: [] };
    plan = planAfterNews(plan, 'TT-1', news, stamp).reduce(evolvePlan, plan);
    expect(plan.phase).toBe('carrying-out');
    const last = { ...news, seq: 9, phase: 'carrying-out' as const, evidenced: ['1.001', '1.002', '1.003'] };
    expect(planAfterNews(plan, 'TT-1', { ...last, evidenced: ['1.001', '1.002'] }, stamp)).toHaveLength(1);
    plan = planAfterNews(plan, 'TT-1', last, stamp).reduce(evolvePlan, plan);
    expect(plan.phase).toBe('done');
    expect(planAfterNews(plan, 'TT-1', { ...last, seq: 10 }, stamp)).toEqual([]);
  });

  it('ignores older news of a document that arrives after newer news', () => {
    const plan = does(newPlan(), lan, { type: 'submit' });
    const stamp = { at: T0, actor: { id: 'system', name: '' } };
    const news = { seq: 5, phase: 'waiting' as const, steps: [], inForceOn: null, evidenced: [] };
    const after = planAfterNews(plan, 'TT-1', news, stamp).reduce(evolvePlan, plan);
    expect(planAfterNews(after, 'TT-1', { ...news, seq: 4 }, stamp)).toEqual([]);
  });
});

describe('what is refused, and why', () => {
  const submitted = does(newPlan(), lan, { type: 'submit' });
  const cases: [string, PlanState, Actor, object, ErrorCode | null][] = [
    ['a stale version', newPlan(), lan, { type: 'submit', expectedVersion: 0 }, 'STALE_VERSION'],
    ['another ministry', newPlan(), stranger, { type: 'submit' }, 'NOT_YOUR_STEP'],
    ['an administrator signing', submitted, admin, approve(submitted), 'NOT_YOUR_STEP'],
    ['the programme office signing', submitted, office, approve(submitted), 'NOT_YOUR_STEP'],
    [
      'approving other content',
      submitted,
      duc,
      { type: 'approve', contentHash: hashOf(1) },
      'CONTENT_CHANGED',
    ],
    ['approving in an editing step', newPlan(), duc, approve(newPlan()), 'STEP_NOT_OPEN'],
    [
      'editing while it is checked',
      submitted,
      lan,
      { type: 'saveContent', facts: facts(1) },
      'STEP_NOT_OPEN',
    ],
    [
      'returning to a check',
      submitted,
      duc,
      { type: 'return', toStep: 'plan-approval', reason: 'x' },
      'INVALID_RETURN_STEP',
    ],
    [
      'a plan without measures',
      does(newPlan(), lan, { type: 'saveContent', facts: { ...facts(1), measures: [] } }),
      lan,
      { type: 'submit' },
      'INCOMPLETE_PLAN',
    ],
    ['a measure without documents', newPlan([]), lan, { type: 'submit' }, 'INCOMPLETE_PLAN'],
    [
      'linking twice',
      newPlan(),
      lan,
      { type: 'linkDocument', documentCode: 'TT-1', procedureCodes: ['1.001'] },
      'ALREADY_LINKED',
    ],
    [
      'unlinking what is not linked',
      newPlan(),
      lan,
      { type: 'unlinkDocument', documentCode: 'X', procedureCodes: ['1.001'] },
      'NOT_LINKED',
    ],
    ['releasing what one does not hold', submitted, duc, { type: 'release' }, 'NOT_HELD'],
    [
      'giving a check to its drafter',
      submitted,
      duc,
      { type: 'reassign', to: 'lan', assignee: person('lan', ['procedure-control']) },
      'FOUR_EYES',
    ],
    [
      'giving a check to an outsider',
      submitted,
      duc,
      { type: 'reassign', to: 's', assignee: stranger },
      'INVALID_ASSIGNEE',
    ],
    ['withdrawing for others', submitted, duc, { type: 'withdraw', reason: 'x' }, 'NOT_YOUR_STEP'],
    [
      'commenting on an old version',
      submitted,
      duc,
      { type: 'comment', text: 'x', expectedVersion: 0 },
      null,
    ],
  ];
  it.each(cases)('%s', (_name, state, actor, command, code) => {
    expect(refusal(state, actor, command)).toBe(code);
  });

  it('refuses a second approver once a first has claimed the step', () => {
    const claimed = does(submitted, duc, { type: 'claim' });
    expect(refusal(claimed, person('khac', ['procedure-control']), approve(claimed))).toBe('HELD_BY_OTHER');
  });

  it('keeps four eyes for someone who is drafter and checker at once', () => {
    const edited = does(newPlan(), hoa, { type: 'saveContent', facts: facts(1) });
    const waiting = does(edited, lan, { type: 'submit' });
    expect(refusal(waiting, hoa, approve(waiting))).toBe('FOUR_EYES');
    expect(refusal(waiting, hoa, { type: 'claim' })).toBe('FOUR_EYES');
    expect(refusal(does(newPlan(), lan, { type: 'submit' }), hoa, approve(submitted))).toBeNull();
  });

  it('lets drafters withdraw before approval, and only the approver after', () => {
    let plan = does(submitted, duc, approve(submitted));
    plan = does(plan, minh, approve(plan));
    expect(refusal(plan, lan, { type: 'withdraw', reason: 'x' })).toBe('NOT_YOUR_STEP');
    expect(does(plan, minh, { type: 'withdraw', reason: 'x' }).phase).toBe('withdrawn');
    expect(refusal(does(submitted, lan, { type: 'withdraw', reason: 'x' }), lan, { type: 'submit' })).toBe(
      'SUBJECT_CLOSED',
    );
  });
});

it('asks the checks again after a return', () => {
  const submitted = does(newPlan(), lan, { type: 'submit' });
  const returned = does(submitted, duc, { type: 'return', reason: 'thiếu ý kiến' });
  expect([returned.phase, returned.step?.key]).toEqual(['returned', 'review']);
  // The plan's own date is far off; where it has passed or is missing, five working days are left to answer.
  expect(returned.step?.dueOn).toBe('2026-06-30');
  const late = does(submitted, duc, { type: 'return', reason: 'x' }, startOfDay('2026-07-06'));
  expect(late.step).toMatchObject({ dueOn: '2026-07-13', timing: 'in-time' });
  expect(does(late, lan, { type: 'saveContent', facts: facts(3) }).step?.dueOn).toBe('2026-07-13');
  const again = does(does(returned, lan, { type: 'saveContent', facts: facts(2) }), lan, { type: 'submit' });
  expect(again.step?.key).toBe('quality-check');
});

it('marks a step due soon and overdue, without raising the version', () => {
  const plan = does(newPlan(), lan, { type: 'submit' });
  const due = plan.step?.dueOn ?? '';
  const tick = (day: string) => planTick(plan, { at: startOfDay(day), actor: { id: 'system', name: '' } });
  expect(tick(dayOf(T0))).toEqual([]);
  expect(tick(due)).toMatchObject([{ type: 'stepTimingChanged', timing: 'due-soon', version: plan.version }]);
  expect(tick(addDays(due, 1))).toMatchObject([{ timing: 'overdue' }]);
});

it('holds its invariants whatever people do', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(walk, (draws) => {
      let plan = newPlan();
      const events = [];
      for (const draw of draws) {
        const command = planCommand(plan, draw);
        const result = decidePlan(plan, command, T0);
        if (!result.ok) continue;
        const [event] = result.value;
        if (!event) throw new Error('an accepted command has an event');
        const after = evolvePlan(plan, event);
        const moves = ['submitted', 'approved', 'returned'].includes(event.type);
        if (after.phase !== plan.phase || moves) {
          const change = { from: plan.phase, on: event.type, to: after.phase };
          expect(PLAN_CHART).toContainEqual(change);
          reached.add(JSON.stringify(change));
        }
        if (event.type === 'approved' || event.type === 'returned' || event.type === 'refused') {
          expect(plan.editors).not.toContain(event.actor.id);
        }
        if (event.type === 'approved') expect(event.contentHash).toBe(planContentHash(plan));
        const isOfNow = 'expectedVersion' in command && command.expectedVersion === plan.version;
        expect(isOfNow || isTalk(command.type)).toBe(true);
        expect(after.version).toBe(isTalk(command.type) ? plan.version : plan.version + 1);
        expect(after.phase === 'done').toBe(false);
        events.push(event);
        plan = after;
      }
      const started = { ...newPlan(), seq: 1, version: 1 };
      expect(events.reduce(evolvePlan, started)).toEqual(plan);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }),
    { numRuns: 300 },
  );
  expect(reached.size).toBeGreaterThan(7);
});

it('refuses to fold events out of order', () => {
  const plan = newPlan();
  expect(() => foldPlan([])).not.toThrow();
  const claim = {
    type: 'stepClaimed' as const,
    step: 'review' as const,
    seq: 3,
    version: 3,
    at: T0,
    actor: { id: 'a', name: 'a' },
  };
  expect(() => evolvePlan(plan, claim)).toThrow(RangeError);
  expect(() => evolvePlan(null, { ...claim, seq: 1 })).toThrow(RangeError);
});
