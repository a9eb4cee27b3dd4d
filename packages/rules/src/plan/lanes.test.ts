import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duc, lan, minh, person } from '../../tests/people.ts';
import { editedFacts, facts, newPlan, planCommand, T0, walk } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import type { Rejection } from '../errors.ts';
import { planMessages } from '../messages.ts';
import { isClosed } from '../vocabulary.ts';
import type { StampedPlanCommand } from './command.ts';
import { decidePlan } from './decide.ts';
import type { PlanEvent } from './event.ts';
import { evolvePlan } from './evolve.ts';
import { planAfterNews } from './hear.ts';
import { approvedMeasures, lanesOf, openSteps } from './lanes.ts';
import { verdicts } from './material.ts';
import { planContentHash, type PlanState } from './state.ts';

const decide = (state: PlanState, actor: Actor, command: object) => {
  const commandId = '00000000-0000-4000-8000-000000000001';
  const given = { commandId, expectedVersion: state.version, actor, ...command } as StampedPlanCommand;
  return decidePlan(state, given, T0);
};
const event = (state: PlanState, actor: Actor, command: object): PlanEvent => {
  const result = decide(state, actor, command);
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  return result.value[0] as PlanEvent;
};
const does = (state: PlanState, actor: Actor, command: object): PlanState =>
  evolvePlan(state, event(state, actor, command));
const refusal = (state: PlanState, actor: Actor, command: object): Rejection | null => {
  const result = decide(state, actor, command);
  return result.ok ? null : result.rejection;
};
const approve = (state: PlanState, step?: string) => ({
  type: 'approve',
  contentHash: planContentHash(state),
  ...(step ? { step } : {}),
});
const giveBack = (...procedureCodes: string[]) => ({
  type: 'return',
  procedureCodes,
  reason: 'thiếu giấy tờ',
});
const stand = (state: PlanState) =>
  Object.fromEntries(lanesOf(state).map(({ step, procedureCodes }) => [step.key, procedureCodes.join(' ')]));

const submitted = does(newPlan(), lan, { type: 'submit' });
const parted = does(submitted, duc, giveBack('1.002'));

describe('a partial return', () => {
  it('sends some procedures back and lets the others go on', () => {
    expect(stand(parted)).toEqual({ 'quality-check': '1.001 1.003', review: '1.002' });
    expect(parted).toMatchObject({ phase: 'submitted', step: { key: 'quality-check' } });
    expect(parted.finishedSteps.at(-1)).toMatchObject({ outcome: 'returned', procedureCodes: ['1.002'] });
    const further = does(parted, duc, approve(parted));
    expect(stand(further)).toEqual({ 'plan-approval': '1.001 1.003', review: '1.002' });
    const passed = does(further, minh, approve(further));
    expect(passed).toMatchObject({ phase: 'approved', step: null });
    expect(approvedMeasures(passed).map((one) => one.procedureCode)).toEqual(['1.001', '1.003']);
    expect(stand(passed)).toEqual({ review: '1.002' });
  });

  it('of every procedure is a whole return', () => {
    const whole = does(submitted, duc, giveBack('1.001', '1.002', '1.003'));
    expect(whole).toEqual(does(submitted, duc, { type: 'return', reason: 'thiếu giấy tờ' }));
    expect(whole.phase).toBe('returned');
    expect(whole).not.toHaveProperty('aside');
  });

  it('names only procedures the step is about', () => {
    expect(refusal(submitted, duc, giveBack('1.001', '9.999'))).toEqual({
      code: 'UNKNOWN_PROCEDURE',
      field: 'procedureCodes.1',
    });
    expect(refusal(parted, duc, giveBack('1.002'))).toMatchObject({ code: 'UNKNOWN_PROCEDURE' });
  });

  it('joins the others where they still are, and is then due when the later of the two would have been', () => {
    const back = does(parted, lan, { type: 'submit' });
    expect(stand(back)).toEqual({ 'quality-check': '1.001 1.002 1.003' });
    expect(back).not.toHaveProperty('aside');
    expect(back.step?.openedAt).toBe(parted.step?.openedAt);
    const again = does(does(parted, duc, giveBack('1.001')), duc, giveBack('1.003'));
    expect(stand(again)).toEqual({ review: '1.001 1.002 1.003' });
    expect(again.phase).toBe('returned');
  });

  it('leaves the rest of the plan untouched while its part is edited', () => {
    const saves = (what: PlanState, codes: string[], change = {}) => ({
      type: 'saveContent',
      facts: { ...editedFacts(what, codes, 7), ...change },
    });
    expect(refusal(parted, lan, saves(parted, ['1.002']))).toBeNull();
    expect(refusal(parted, lan, saves(parted, ['1.002', '1.003']))).toEqual({
      code: 'NOT_RETURNED',
      field: 'content.measures.2',
      details: { procedure: '1.003' },
    });
    const renamed = saves(parted, ['1.002'], { header: { ...facts(0).header, name: 'Tên khác' } });
    expect(refusal(parted, lan, renamed)).toMatchObject({ code: 'NOT_RETURNED', field: 'content.name' });
    const without = editedFacts(parted, [], 7).measures.slice(1);
    expect(refusal(parted, lan, saves(parted, [], { measures: without }))).toMatchObject({
      code: 'NOT_RETURNED',
      field: 'content.measures',
    });
    const link = { type: 'linkDocument', documentCode: 'ND-2' };
    expect(refusal(parted, lan, { ...link, procedureCodes: ['1.002'] })).toBeNull();
    expect(refusal(parted, lan, { ...link, procedureCodes: ['1.002', '1.001'] })).toEqual({
      code: 'NOT_RETURNED',
      field: 'procedureCodes.1',
    });
  });

  it('may drop a procedure that came back, but not the last one', () => {
    const two = does(submitted, duc, giveBack('1.001', '1.002'));
    const keeps = (codes: string[]) => ({
      type: 'saveContent',
      facts: {
        ...editedFacts(two, [], 8),
        measures: editedFacts(two, [], 8).measures.filter((one) => codes.includes(one.procedureCode)),
      },
    });
    const fewer = does(two, lan, keeps(['1.002', '1.003']));
    expect(stand(fewer)).toEqual({ 'quality-check': '1.003', review: '1.002' });
    const none = does(two, lan, keeps(['1.003']));
    expect(refusal(none, lan, { type: 'submit' })).toMatchObject({ code: 'INCOMPLETE_PLAN' });
  });

  it('cannot be followed by a refusal of the whole once a part is approved', () => {
    let plan = does(parted, duc, approve(parted));
    plan = does(plan, minh, approve(plan));
    plan = does(plan, lan, { type: 'submit' });
    expect(refusal(plan, duc, { type: 'refuse', reason: 'x' })?.code).toBe('PARTLY_APPROVED');
    expect(refusal(plan, minh, { type: 'withdraw', reason: 'x' })).toBeNull();
  });

  it('keeps the step for the one function and the holders apart', () => {
    const both = person('hai', ['drafter', 'procedure-control']);
    const claimed = does(parted, both, { type: 'claim', step: 'review' });
    expect(openSteps(claimed).map(({ key, holder }) => [key, holder?.id ?? null])).toEqual([
      ['quality-check', null],
      ['review', 'hai'],
    ]);
    expect(refusal(claimed, lan, { type: 'submit' })?.code).toBe('HELD_BY_OTHER');
    expect(refusal(claimed, duc, approve(claimed))).toBeNull();
  });
});

describe('documents', () => {
  const stamp = { at: T0, actor: { id: 'system', name: '' } };
  const told = (before: PlanState, after: PlanState) =>
    planMessages(before, after).map(({ to, news }) => [
      to,
      news.approved,
      news.measures.map((measure) => measure.procedureCode).join(' '),
    ]);

  it('hear of what is approved, and of the rest when it is', () => {
    const further = does(parted, duc, approve(parted));
    const passed = does(further, minh, approve(further));
    expect(told(further, passed)).toEqual([['TT-1', true, '1.001 1.003']]);
    const back = does(passed, lan, { type: 'submit' });
    const checked = does(back, duc, approve(back));
    const whole = does(checked, minh, approve(checked));
    expect(told(checked, whole)).toEqual([['TT-1', true, '1.001 1.002 1.003']]);
    expect(whole).toMatchObject({ phase: 'approved', step: null });
    expect(whole).not.toHaveProperty('aside');
  });

  it('do not complete a plan of which a part is still on its way', () => {
    const further = does(parted, duc, approve(parted));
    const passed = does(further, minh, approve(further));
    const evidenced = ['1.001', '1.002', '1.003'];
    const news = { seq: 9, phase: 'done' as const, steps: [], inForceOn: null, evidenced };
    const reported = planAfterNews(passed, 'TT-1', news, stamp).reduce(evolvePlan, passed);
    expect(reported.phase).toBe('carrying-out');
    const back = does(reported, lan, { type: 'submit' });
    const checked = does(back, duc, approve(back));
    const last = decide(checked, minh, approve(checked));
    expect(last.ok && last.value.map(({ type }) => type)).toEqual(['approved', 'completed']);
    expect(last.ok && last.value.reduce(evolvePlan, checked).phase).toBe('done');
  });
});

describe('an approval', () => {
  const checked = does(submitted, duc, approve(submitted));
  const returned = does(checked, minh, { type: 'return', reason: 'xem lại thời hạn' });
  const resubmitted = (codes: string[], isMaterial = true) => {
    const saved = does(returned, lan, {
      type: 'saveContent',
      facts: editedFacts(returned, codes, 9, isMaterial),
    });
    return { saved, sent: event(saved, lan, { type: 'submit' }) };
  };

  it('is not asked for again while nothing material has changed', () => {
    for (const { saved, sent } of [resubmitted([]), resubmitted(['1.001', '1.002'], false)]) {
      expect(sent).not.toHaveProperty('voided');
      expect(stand(evolvePlan(saved, sent))).toEqual({ 'plan-approval': '1.001 1.002 1.003' });
    }
  });

  it('falls for the changed procedures alone, and says whose, which and why', () => {
    const { saved, sent } = resubmitted(['1.002']);
    expect(sent).toMatchObject({
      voided: [
        {
          step: 'quality-check',
          by: { id: 'duc' },
          procedures: [{ code: '1.002', fields: ['timeLimit'] }],
        },
      ],
    });
    const after = evolvePlan(saved, sent);
    expect(stand(after)).toEqual({ 'quality-check': '1.002', 'plan-approval': '1.001 1.003' });
    const rechecked = does(after, duc, approve(after, 'quality-check'));
    expect(stand(rechecked)).toEqual({ 'plan-approval': '1.001 1.002 1.003' });
    const three = does(after, minh, { ...giveBack('1.003'), step: 'plan-approval' });
    expect(stand(three)).toEqual({ 'plan-approval': '1.001', review: '1.003', 'quality-check': '1.002' });
  });

  it('that fell does not rise again when the change is taken back', () => {
    const { saved, sent } = resubmitted(['1.002']);
    const after = evolvePlan(saved, sent);
    const again = does(after, duc, { type: 'return', step: 'quality-check', reason: 'x' });
    const undone = does(again, lan, { type: 'saveContent', facts: editedFacts(again, ['1.002'], 0) });
    expect(stand(does(undone, lan, { type: 'submit' }))).toMatchObject({ 'quality-check': '1.002' });
  });

  it('falls when a procedure is linked to another document', () => {
    const linked = does(returned, lan, {
      type: 'linkDocument',
      documentCode: 'ND-2',
      procedureCodes: ['1.003'],
    });
    expect(event(linked, lan, { type: 'submit' })).toMatchObject({
      voided: [{ procedures: [{ code: '1.003', fields: ['documents'] }] }],
    });
  });

  it('of content saved before its material was told apart is asked for again, as it always was', () => {
    const plain = (state: PlanState): PlanState => ({
      ...state,
      measures: state.measures.map(({ material: _material, ...measure }) => measure),
    });
    const old = does(plain(submitted), duc, approve(plain(submitted)));
    expect(old.approvals[0]).not.toHaveProperty('items');
    const again = does(does(old, minh, { type: 'return', reason: 'x' }), lan, { type: 'submit' });
    expect(stand(again)).toEqual({ 'quality-check': '1.001 1.002 1.003' });
  });
});

it('keeps every procedure in one place, whatever people do', () => {
  let lanesSeen = 0;
  let partsPassed = 0;
  fc.assert(
    fc.property(walk, (draws) => {
      let plan = newPlan();
      for (const draw of draws) {
        const result = decidePlan(plan, planCommand(plan, draw), T0);
        if (!result.ok) continue;
        const before = plan;
        plan = result.value.reduce(evolvePlan, plan);
        const lanes = lanesOf(plan);
        const passed = approvedMeasures(plan).map((measure) => measure.procedureCode);
        const placed = [...lanes.flatMap((lane) => lane.procedureCodes), ...passed];
        if (isClosed(plan.phase)) expect(lanes).toEqual([]);
        else expect(placed.toSorted()).toEqual(plan.measures.map((one) => one.procedureCode).toSorted());
        // Each open step is one of the chain's, and waits for that step's function.
        const keys = lanes.map(({ step }) => step.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { step } of lanes) {
          const definition = plan.chain.steps.find(({ key }) => key === step.key);
          expect([step.function, step.kind]).toEqual([definition?.function, definition?.kind]);
        }
        expect(plan.step === null || keys[0] === plan.step.key).toBe(true);
        // Whatever passes has been approved by every check as it is now.
        const known = new Set(approvedMeasures(before));
        const verdict = verdicts(plan);
        for (const measure of approvedMeasures(plan).filter((one) => !known.has(one))) {
          if (known.size > 0 || plan.aside) partsPassed += 1;
          expect(verdict(measure.procedureCode, 'quality-check')).toBe('stands');
          expect(verdict(measure.procedureCode, 'plan-approval')).toBe('stands');
        }
        // What was approved stays as it was approved, here or in the plan it was split off into.
        const left = (plan.splitInto ?? []).flatMap((part) => part.measures);
        for (const measure of known) {
          if (!isClosed(plan.phase)) expect([...plan.measures, ...left]).toContainEqual(measure);
        }
        lanesSeen = Math.max(lanesSeen, lanes.length);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }
    }),
    { numRuns: 300 },
  );
  expect(lanesSeen).toBeGreaterThan(1);
  expect(partsPassed).toBeGreaterThan(0);
});
