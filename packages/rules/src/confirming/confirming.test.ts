import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duc, hoa, lan, minh, person, stranger } from '../../tests/people.ts';
import { newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { type ProcedureContent, procedureContentSchema } from '../content.ts';
import { hashOf } from '../hash.ts';
import type { StampedPlanCommand } from '../plan/command.ts';
import { decidePlan } from '../plan/decide.ts';
import type { PlanEvent } from '../plan/event.ts';
import { evolvePlan } from '../plan/evolve.ts';
import { lanesOf } from '../plan/lanes.ts';
import { changedFields, materialOf, type SeenMeasure, seenItems } from '../plan/material.ts';
import { planContentHash, type PlanState } from '../plan/state.ts';
import { remarksOf } from '../remark/state.ts';
import { confirmables } from './confirmable.ts';

const other = person('khac', ['procedure-control']);
const substitute: Actor = {
  ...person('thay', []),
  assignments: [
    {
      function: 'procedure-control',
      agency: 'BTP',
      onBehalfOf: { id: 'duc', name: 'Người duc', form: 'KT', delegationId: 'd1' },
    },
  ],
};
const people = [lan, hoa, duc, minh, other, substitute, stranger];

let minutes = 0;
let ids = 0;
const nextId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
const give = (state: PlanState, actor: Actor, command: object, id = nextId()) => {
  const given = { commandId: id, expectedVersion: state.version, actor, ...command } as StampedPlanCommand;
  minutes += 1;
  return decidePlan(state, given, new Date(Date.parse(T0) + minutes * 60_000).toISOString());
};
const does = (state: PlanState, actor: Actor, command: object, id?: string): PlanState => {
  const result = give(state, actor, command, id);
  if (!result.ok) throw new Error(`${result.rejection.code} ${JSON.stringify(result.rejection.details)}`);
  return result.value.reduce(evolvePlan, state);
};
const refusal = (state: PlanState, actor: Actor, command: object) => {
  const result = give(state, actor, command);
  return result.ok ? null : result.rejection;
};

/** Saved with these lines of one procedure written anew. */
function written(state: PlanState, code: string, change: Partial<ProcedureContent>) {
  const proposed = procedureContentSchema.parse({ timeLimit: { days: 1, unit: 'working' }, ...change });
  return {
    type: 'saveContent',
    facts: {
      content: hashOf([state.content, code, change]),
      header: state.header,
      measures: state.measures.map((measure) =>
        measure.procedureCode === code
          ? {
              ...measure,
              hash: hashOf([measure.hash, change]),
              material: materialOf({ measure: measure.measure, otherMeasures: [], proposed }),
            }
          : measure,
      ),
    },
  };
}
const SHORTER = { timeLimit: { days: 3, unit: 'working' } } as const;
const DEARER = { ...SHORTER, feeDong: 20_000 };

const [R1, R2] = [nextId(), nextId()];
const remark = (field = 'timeLimit', procedureCode = '1.001') => ({
  type: 'remark',
  procedureCode,
  field,
  text: 'Rút ngắn hơn',
});
const answer = (remarkId = R1, changed?: boolean) => ({
  type: 'answerRemark',
  remarkId,
  text: 'Đã sửa',
  ...(changed ? { changed } : {}),
});
const confirm = (state: PlanState, remarkIds = [R1], authors: readonly Actor[] = [duc]) => ({
  type: 'confirmChanges',
  contentHash: planContentHash(state),
  remarkIds,
  authors,
});

/** A plan in its quality check whose first procedure comes back with an answer to the check's remark. */
function comesBack(change: Partial<ProcedureContent> = SHORTER, changed = true): PlanState {
  let state = does(newPlan(), lan, written(newPlan(), '1.001', {}));
  state = does(state, lan, { type: 'submit' });
  state = does(state, duc, remark(), R1);
  state = does(state, duc, { type: 'return', procedureCodes: ['1.001'], reason: 'xem nhận xét' });
  state = does(state, lan, written(state, '1.001', change));
  state = does(state, lan, answer(R1, changed));
  return does(state, lan, { type: 'submit' });
}

describe('a change that answers a remark of the check', () => {
  it('is confirmed by its author in one step, which settles the remark and approves what it is about', () => {
    const before = comesBack();
    expect(confirmables(before, 'quality-check')).toMatchObject([
      { procedureCode: '1.001', remarks: [{ id: R1 }], obstacle: null },
    ]);
    const after = does(before, duc, confirm(before));
    expect(remarksOf(after)).toMatchObject([{ id: R1, resolvedBy: { id: 'duc' } }]);
    // The others stay in the check; what was confirmed has gone on.
    expect(lanesOf(after).map(({ step, procedureCodes }) => [step.key, procedureCodes])).toEqual([
      ['plan-approval', ['1.001']],
      ['quality-check', ['1.002', '1.003']],
    ]);
    expect(after.approvals).toMatchObject([{ step: 'quality-check', contentHash: planContentHash(before) }]);
    expect(Object.keys(after.approvals[0]?.items ?? {})).toEqual(['1.001']);
    expect(confirmables(after, 'quality-check')).toEqual([]);
  });

  it('also when the check had approved, and another one returned it', () => {
    let state = does(newPlan(), lan, written(newPlan(), '1.001', {}));
    state = does(state, lan, { type: 'submit' });
    state = does(state, duc, remark(), R1);
    state = does(state, lan, answer());
    state = does(state, duc, { type: 'approve', contentHash: planContentHash(state) });
    state = does(state, minh, { type: 'return', reason: 'theo nhận xét' });
    state = does(state, lan, written(state, '1.001', SHORTER));
    state = does(state, lan, answer(R1, true));
    state = does(state, lan, { type: 'submit' });
    expect(lanesOf(state).map(({ step }) => step.key)).toEqual(['plan-approval', 'quality-check']);
    const after = does(state, duc, confirm(state));
    expect(lanesOf(after).map(({ step }) => step.key)).toEqual(['plan-approval']);
  });

  it('is asked as usual, and says why', () => {
    const cases: [string, PlanState, string, string[]][] = [
      ['something else changed too', comesBack(DEARER), 'other-changes', ['feeDong']],
      ['the line reads as before', comesBack({}), 'line-unchanged', ['timeLimit']],
      ['another line changed', comesBack({ feeDong: 20_000 }), 'other-changes', ['feeDong']],
    ];
    for (const [name, state, reason, fields] of cases) {
      expect(confirmables(state, 'quality-check'), name).toMatchObject([{ obstacle: { reason, fields } }]);
      expect(refusal(state, duc, confirm(state)), name).toMatchObject({
        code: 'NOT_CONFIRMABLE',
        details: { reason, fields: fields.join(', ') },
      });
      // The check is still there to be decided.
      expect(refusal(state, duc, { type: 'approve', contentHash: planContentHash(state) }), name).toBeNull();
    }
    const explained = comesBack(SHORTER, false);
    expect(confirmables(explained, 'quality-check')).toEqual([]);
    expect(refusal(explained, duc, confirm(explained))).toMatchObject({
      code: 'NOT_CONFIRMABLE',
      details: { reason: 'not-asked' },
    });
  });

  it('leaves no remark on it behind that was not shown', () => {
    const before = comesBack();
    const asked = does(before, duc, remark('fee'), R2);
    expect(confirmables(asked, 'quality-check')).toMatchObject([
      { remarks: [{ id: R1 }, { id: R2 }], obstacle: { reason: 'remark-waiting', fields: ['fee'] } },
    ]);
    const answered = does(asked, lan, answer(R2));
    expect(confirmables(answered, 'quality-check')).toMatchObject([
      { obstacle: { reason: 'only-explained', fields: ['fee'] } },
    ]);
    const settled = does(answered, duc, { type: 'resolveRemark', remarkId: R2 });
    expect(refusal(settled, duc, confirm(settled))).toBeNull();
    expect(refusal(before, duc, confirm(before, [R1, R1]))).toMatchObject({ field: 'remarkIds.1' });
    expect(refusal(before, duc, confirm(before, [R2]))).toMatchObject({ code: 'UNKNOWN_REMARK' });
    expect(refusal(before, duc, { ...confirm(before), contentHash: hashOf(0) })).toMatchObject({
      code: 'CONTENT_CHANGED',
    });
  });

  it('is forgotten once the check has decided otherwise', () => {
    const state = comesBack();
    const approved = does(state, duc, { type: 'approve', contentHash: planContentHash(state) });
    const back = does(approved, minh, { type: 'return', reason: 'xem' });
    const again = does(does(back, lan, written(back, '1.001', DEARER)), lan, { type: 'submit' });
    // The answer was given before the check last decided: it says nothing of this change.
    expect(confirmables(again, 'quality-check')).toEqual([]);
  });
});

describe('who confirms', () => {
  const state = comesBack();
  it('the author, or who stands in for the author', () => {
    expect(refusal(state, duc, confirm(state))).toBeNull();
    const result = give(state, substitute, confirm(state));
    expect(result.ok && result.value[0]?.onBehalfOf).toMatchObject({ id: 'duc', form: 'KT' });
  });
  it('another who decides there, once the author no longer does', () => {
    expect(refusal(state, other, confirm(state))).toMatchObject({ code: 'NOT_YOUR_REMARK' });
    expect(refusal(state, other, confirm(state, [R1], []))).toBeNull();
    expect(refusal(state, other, confirm(state, [R1], [{ ...duc, assignments: [] }]))).toBeNull();
    const drafted = { ...state, editors: [...state.editors, 'duc'] };
    expect(refusal(drafted, duc, confirm(drafted))).toMatchObject({ code: 'FOUR_EYES' });
    expect(refusal(drafted, substitute, confirm(drafted))).toMatchObject({ code: 'FOUR_EYES' });
    expect(refusal(drafted, other, confirm(drafted))).toBeNull();
  });
  it('nobody else', () => {
    for (const actor of [lan, minh, stranger]) {
      expect(refusal(state, actor, confirm(state, [R1], []))).toMatchObject({ code: 'NOT_YOUR_STEP' });
    }
    const claimed = does(state, other, { type: 'claim', step: 'quality-check' });
    expect(refusal(claimed, duc, confirm(claimed))).toMatchObject({ code: 'HELD_BY_OTHER' });
  });
});

/** A round of remarks, a return, changes and answers; each step happens where the rules let it. */
const round = fc.record({
  checker: fc.constantFrom(duc, duc, duc, other, minh),
  code: fc.constantFrom('1.001', '1.002'),
  remarked: fc.subarray(['timeLimit', 'fee', 'steps'], { minLength: 1 }),
  returns: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  returner: fc.constantFrom(duc, duc, minh),
  changed: fc.subarray(['timeLimit', 'fee'], { minLength: 1 }),
  exactly: fc.integer({ min: 0, max: 2 }).map((n) => n > 0),
  value: fc.integer({ min: 1, max: 6 }),
  says: fc.array(
    fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    { minLength: 3, maxLength: 3 },
  ),
  who: fc.constantFrom(...people, duc, duc, substitute),
  stays: fc.boolean(),
  leaves: fc.integer({ min: 0, max: 7 }),
  approves: fc.nat(3),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

function* commandsOf(
  draw: Round,
  now: () => PlanState,
  texts: Map<string, Partial<ProcedureContent>>,
): Generator<[Actor, object]> {
  const { code, checker, value } = draw;
  const changed = draw.exactly ? draw.remarked : draw.changed;
  yield [lan, { type: 'submit' }];
  for (const field of draw.remarked) yield [checker, remark(field, code)];
  if (draw.returns) yield [draw.returner, { type: 'return', procedureCodes: [code], reason: 'xem' }];
  const lines = {
    ...texts.get(code),
    ...(changed.includes('timeLimit') ? { timeLimit: { days: 1 + value, unit: 'working' as const } } : {}),
    ...(changed.includes('fee') ? { feeDong: value } : {}),
  };
  texts.set(code, lines);
  yield [lan, written(now(), code, lines)];
  const waiting = remarksOf(now()).filter(({ resolvedBy }) => !resolvedBy);
  for (const [index, { id }] of waiting.entries()) yield [lan, answer(id, draw.says[index % 3])];
  yield [lan, { type: 'submit' }];
  const own = remarksOf(now()).filter((one) => one.procedureCode === code && !one.resolvedBy);
  const ids = own.slice(draw.leaves === 0 ? 1 : 0).map(({ id }) => id);
  yield [draw.who, confirm(now(), ids, draw.stays ? [duc, other] : [])];
  for (const { id } of own.slice(0, draw.leaves % 3))
    yield [checker, { type: 'resolveRemark', remarkId: id }];
  if (draw.approves > 0) yield [duc, { type: 'approve', contentHash: planContentHash(now()) }];
  if (draw.approves > 1) yield [minh, { type: 'return', reason: 'xem lại' }];
}

it('never confirms anything not shown, nor by anybody who may not decide', () => {
  let confirmed = 0;
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 6 }), (rounds) => {
      let plan = does(newPlan(), lan, written(newPlan(), '1.001', {}));
      plan = does(plan, lan, written(plan, '1.002', {}));
      const texts = new Map<string, Partial<ProcedureContent>>();
      // What each check saw last, kept apart from what the rules keep.
      const saw = new Map<string, SeenMeasure>();
      const commands = function* () {
        for (const draw of rounds) yield* commandsOf(draw, () => plan, texts);
      };
      for (const [actor, command] of commands()) {
        const stays = 'authors' in command && (command.authors as readonly Actor[]).length > 0;
        const result = give(plan, actor, command);
        if (!result.ok) continue;
        for (const event of result.value) {
          if (event.type === 'approved' && event.confirms) {
            confirmed += 1;
            checkConfirmed(plan, event, saw, stays);
          }
          if (event.type === 'approved' || event.type === 'returned') {
            const at = lanesOf(plan).find(({ step }) => step.key === event.step)?.procedureCodes ?? [];
            const seen = seenItems(plan, event.procedureCodes ?? at);
            for (const [code, items] of Object.entries(seen)) saw.set(`${event.step}/${code}`, items);
          }
          plan = evolvePlan(plan, event);
          if (event.type === 'approved' && event.confirms) {
            const left = remarksOf(plan).filter(({ id }) => event.confirms?.includes(id));
            expect(left.every(({ resolvedBy }) => resolvedBy)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(confirmed).toBeGreaterThan(30);
});

function checkConfirmed(
  plan: PlanState,
  event: Extract<PlanEvent, { type: 'approved' }>,
  saw: ReadonlyMap<string, SeenMeasure>,
  stays: boolean,
): void {
  const hands = [event.actor.id, ...(event.onBehalfOf ? [event.onBehalfOf.id] : [])];
  expect(plan.editors.some((editor) => hands.includes(editor))).toBe(false);
  expect(event.contentHash).toBe(planContentHash(plan));
  const about = remarksOf(plan).filter(({ check }) => check === event.step);
  const settled = about.filter(({ id }) => event.confirms?.includes(id));
  expect(settled).toHaveLength(event.confirms?.length ?? -1);
  const codes = new Set(settled.map(({ procedureCode }) => procedureCode));
  // Exactly the procedures of the remarks go on, and none of the check's remarks on them stays open.
  expect(new Set(event.procedureCodes ?? plan.measures.map((one) => one.procedureCode))).toEqual(codes);
  for (const remark of about.filter(({ procedureCode }) => codes.has(procedureCode))) {
    expect(remark.resolvedBy !== undefined || event.confirms?.includes(remark.id)).toBe(true);
  }
  for (const measure of plan.measures.filter(({ procedureCode }) => codes.has(procedureCode))) {
    const before = saw.get(`${event.step}/${measure.procedureCode}`);
    expect(before).toBeDefined();
    const lines = about
      .filter(({ procedureCode, changed }) => changed && procedureCode === measure.procedureCode)
      .map(({ field }) => (field === 'fee' ? 'feeDong' : field));
    for (const field of before ? changedFields(before, measure) : []) expect(lines).toContain(field);
  }
  // An author who still decides there has confirmed it, or somebody in their name.
  if (stays) for (const { by } of settled) expect(hands).toContain(by.id);
}
