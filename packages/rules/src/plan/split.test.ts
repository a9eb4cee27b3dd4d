import { describe, expect, it } from 'vitest';
import { duc, hoa, lan, minh, office, phap } from '../../tests/people.ts';
import { newDocument, newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { documentAfterNews } from '../document/hear.ts';
import { evolveDocument } from '../document/evolve.ts';
import { allEditors, documentContentHash, type DocumentState } from '../document/state.ts';
import type { ErrorCode } from '../errors.ts';
import { hashOf } from '../hash.ts';
import { documentMessages, planMessages } from '../messages.ts';
import { SYSTEM } from '../person.ts';
import type { StampedPlanCommand } from './command.ts';
import { decidePlan } from './decide.ts';
import type { PlanEvent } from './event.ts';
import { evolvePlan } from './evolve.ts';
import { planAfterNews } from './hear.ts';
import { splitOffEvent } from './split.ts';
import { planContentHash, type PlanState } from './state.ts';

const stamp = { at: T0, actor: SYSTEM };
const parting = { into: 'BTP-2026-002', contents: { rest: hashOf('rest'), part: hashOf('part') } };
const split = (...procedureCodes: string[]) => ({
  type: 'split',
  procedureCodes,
  name: 'Phần tách',
  parting,
});

const decided = (state: PlanState, actor: Actor, command: object) =>
  decidePlan(
    state,
    {
      commandId: '00000000-0000-4000-8000-000000000001',
      expectedVersion: state.version,
      actor,
      ...command,
    } as StampedPlanCommand,
    T0,
  );
function events(state: PlanState, actor: Actor, command: object): PlanEvent[] {
  const result = decided(state, actor, command);
  if (!result.ok) throw new Error(result.rejection.code);
  return result.value;
}
const does = (state: PlanState, actor: Actor, command: object): PlanState =>
  events(state, actor, command).reduce(evolvePlan, state);
const refusal = (state: PlanState, actor: Actor, command: object): ErrorCode | null => {
  const result = decided(state, actor, command);
  return result.ok ? null : result.rejection.code;
};
/** Both plans after a split. */
function parted(state: PlanState, actor: Actor, ...codes: string[]): [PlanState, PlanState] {
  const [event] = events(state, actor, split(...codes));
  if (event?.type !== 'split') throw new Error('no split');
  return [does(state, actor, split(...codes)), evolvePlan(null, splitOffEvent(event))];
}
const codesOf = ({ measures }: { readonly measures: readonly { readonly procedureCode: string }[] }) =>
  measures.map((one) => one.procedureCode);
const approve = (state: PlanState) => ({ type: 'approve', contentHash: planContentHash(state) });

const submitted = does(newPlan(), lan, { type: 'submit' });
const checked = does(submitted, duc, approve(submitted));
const approved = does(checked, minh, approve(checked));
const news = (seq: number, evidenced: string[]) => ({
  seq,
  phase: 'carrying-out' as const,
  steps: [],
  inForceOn: null,
  evidenced,
});
const hears = (plan: PlanState, told: ReturnType<typeof news>) =>
  planAfterNews(plan, 'TT-1', told, stamp).reduce(evolvePlan, plan);
const carried = hears(approved, news(3, ['1.001']));

describe('a split', () => {
  it('parts the measures and leaves everything else to both', () => {
    const [rest, part] = parted(newPlan(), lan, '1.002', '1.003');
    expect([codesOf(rest), codesOf(part)]).toEqual([['1.001'], ['1.002', '1.003']]);
    expect([rest.content, part.content]).toEqual([parting.contents.rest, parting.contents.part]);
    expect([rest.header.name, part.header.name]).toEqual(['Khai sinh', 'Phần tách']);
    expect(part).toMatchObject({
      code: 'BTP-2026-002',
      seq: 1,
      version: 1,
      phase: 'drafting',
      step: rest.step,
      firstDeadline: rest.firstDeadline,
      splitFrom: { code: 'BTP-2026-001', seq: 2, at: T0, origin: 'BTP-2026-001', sharedSteps: 0 },
    });
    expect(part).not.toHaveProperty('splitInto');
    expect(rest.splitInto).toMatchObject([{ code: 'BTP-2026-002', at: T0, approved: [] }]);
    expect(JSON.parse(JSON.stringify([rest, part]))).toEqual([rest, part]);
    // The first plan goes on, and may be split again; a part of a part still knows where it began.
    const [, third] = parted(part, lan, '1.003');
    expect(third.splitFrom).toMatchObject({ code: 'BTP-2026-002', origin: 'BTP-2026-001' });
  });

  it('brings along approvals, shared steps, remarks and evidence of what it takes', () => {
    const id = '00000000-0000-4000-8000-0000000000aa';
    const remark = { type: 'remark', procedureCode: '1.001', field: 'fee', text: 'x', commandId: id };
    const [rest, part] = parted(does(carried, minh, remark), minh, '1.001');
    expect(part.approvals.map(({ by }) => by.id)).toEqual(['duc', 'minh']);
    expect(part.approvals.map(({ items }) => Object.keys(items ?? {}))).toEqual([['1.001'], ['1.001']]);
    expect(rest.approvals.map(({ items }) => Object.keys(items ?? {}))[0]).toEqual(['1.002', '1.003']);
    expect([part.splitFrom?.sharedSteps, part.finishedSteps]).toEqual([3, rest.finishedSteps]);
    expect([rest.remarks, part.remarks?.map((one) => one.id)]).toEqual([[], [id]]);
    expect(rest.documents['TT-1']?.evidenced).toEqual([]);
    // A file lies with the plan it was attached to.
    const files = [
      { fileId: 'F', step: 'review', kind: 'draft', title: 'x', version: 1, detached: false },
    ] as never;
    expect(parted({ ...carried, files }, minh, '1.001').map((plan) => plan.files?.length)).toEqual([
      1,
      undefined,
    ]);
    // All it asks for is there: it begins as done, and the other waits on.
    expect([rest.phase, part.phase]).toEqual(['carrying-out', 'done']);
  });

  it('completes the first plan when all that was missing has left', () => {
    const [rest, part] = parted(carried, minh, '1.002', '1.003');
    expect([rest.phase, part.phase]).toEqual(['done', 'carrying-out']);
    const last = events(carried, minh, split('1.002', '1.003')).at(-1);
    expect(last).toMatchObject({ type: 'completed', actor: SYSTEM });
    expect(hears(part, news(9, ['1.002', '1.003'])).phase).toBe('done');
  });

  it('takes what came back into a plan of its own, and leaves the rest where it is', () => {
    const back = does(checked, minh, { type: 'return', procedureCodes: ['1.002'], reason: 'x' });
    expect(refusal(back, lan, split('1.001'))).toBe('NOT_RETURNED');
    const [rest, part] = parted(back, lan, '1.002');
    expect([rest.phase, rest.step?.key, rest.aside]).toEqual(['submitted', 'plan-approval', undefined]);
    expect([part.phase, part.step?.key, part.aside]).toEqual(['returned', 'review', undefined]);
    expect(does(part, lan, { type: 'submit' }).step?.key).toBe('plan-approval');
    // Once the rest has passed it is the approver's too, who parts neither what is approved from all else.
    const passed = does(back, minh, { ...approve(back), step: 'plan-approval' });
    expect(refusal(passed, minh, split('1.001', '1.003'))).toBe('NOTHING_LEFT');
    const [approvedRest, open] = parted(passed, minh, '1.002');
    expect([approvedRest.phase, approvedRest.aside, open.phase]).toEqual(['approved', undefined, 'returned']);
    const [both, one] = parted(passed, minh, '1.001');
    expect([both.phase, both.aside?.length, one.phase, one.aside]).toEqual([
      'approved',
      1,
      'approved',
      undefined,
    ]);
  });

  it('is an act of drafting while it is drafted: who splits may not decide on either', () => {
    const [rest, part] = parted(newPlan(), hoa, '1.003');
    for (const plan of [rest, part]) {
      const waiting = does(plan, lan, { type: 'submit' });
      expect(refusal(waiting, hoa, approve(waiting))).toBe('FOUR_EYES');
    }
    const [after] = parted(carried, minh, '1.003');
    expect(after.editors).toEqual(carried.editors);
  });

  const cases: [string, PlanState, Actor, object, ErrorCode][] = [
    ['while it is checked', submitted, lan, split('1.001'), 'STEP_NOT_OPEN'],
    ['by a drafter once it is approved', approved, lan, split('1.001'), 'NOT_YOUR_STEP'],
    ['by who only checks', newPlan(), duc, split('1.001'), 'NOT_YOUR_STEP'],
    ['by the programme office', approved, office, split('1.001'), 'NOT_YOUR_STEP'],
    ['by an approver who edited it', { ...approved, editors: ['minh'] }, minh, split('1.001'), 'FOUR_EYES'],
    ['taking everything', newPlan(), lan, split('1.001', '1.002', '1.003'), 'NOTHING_LEFT'],
    ['taking what is not there', newPlan(), lan, split('9.999'), 'UNKNOWN_PROCEDURE'],
    ['taking one twice', newPlan(), lan, split('1.001', '1.001'), 'UNKNOWN_PROCEDURE'],
    ['seen in an older version', newPlan(), lan, { ...split('1.001'), expectedVersion: 0 }, 'STALE_VERSION'],
    [
      'once it is closed',
      does(newPlan(), lan, { type: 'withdraw', reason: 'x' }),
      lan,
      split('1.001'),
      'SUBJECT_CLOSED',
    ],
  ];
  it.each(cases)('is refused %s', (_name, state, actor, command, code) => {
    expect(refusal(state, actor, command)).toBe(code);
  });
});

describe('its documents', () => {
  const tell = (document: DocumentState, before: PlanState | null, after: PlanState): DocumentState =>
    planMessages(before, after)
      .filter(({ to }) => to === document.code)
      .flatMap(({ news: told }) => documentAfterNews(document, told, stamp))
      .reduce(evolveDocument, document);
  const asked = (document: DocumentState) =>
    Object.fromEntries(Object.entries(document.links).map(([plan, link]) => [plan, codesOf(link)]));
  const begun = tell(tell(newDocument(), newPlan(), submitted), checked, approved);
  const [rest, part] = parted(approved, minh, '1.002');

  it('hear of both at once, so that none is left without a plan in between', () => {
    const [all] = [tell(begun, approved, rest)];
    expect(asked(all)).toEqual({ 'BTP-2026-001': ['1.001', '1.003'], 'BTP-2026-002': ['1.002'] });
    expect([all.phase, all.steps]).toEqual([begun.phase, begun.steps]);
    // What the new plan says of itself changes nothing then.
    expect(tell(all, null, part).links).toEqual(all.links);
    // And what it says first is not taken back by the other.
    expect(asked(tell(tell(begun, null, part), approved, rest))).toEqual(asked(all));
  });

  it('hear of both in the next news too, should the first be overtaken', () => {
    const gone = does(rest, minh, { type: 'withdraw', reason: 'x' });
    const after = tell(begun, rest, gone);
    expect(asked(after)).toEqual({ 'BTP-2026-001': [], 'BTP-2026-002': ['1.002'] });
    expect(after.phase).toBe('drafting');
    const both = tell(after, part, does(part, minh, { type: 'withdraw', reason: 'x' }));
    expect(both.phase).toBe('withdrawn');
  });

  it('keep what was approved in them: nothing they carry has changed', () => {
    const after = tell(begun, approved, rest);
    expect(documentContentHash(after)).toBe(documentContentHash(begun));
    expect(documentContentHash(tell(begun, null, part))).toBe(documentContentHash(begun));
    expect(new Set(allEditors(after))).toEqual(new Set(allEditors(begun)));
    expect(allEditors(after)).not.toContain(phap.id);
  });

  it('tell the new plan how they stand, also when nothing changed for the old', () => {
    const messages = documentMessages(begun, tell(begun, approved, rest));
    expect(messages.map(({ to }) => to)).toContain('BTP-2026-002');
  });

  it('hear nothing of a plan nobody has submitted', () => {
    const [draft] = parted(newPlan(), lan, '1.002');
    expect(planMessages(newPlan(), draft)).toEqual([]);
  });
});
