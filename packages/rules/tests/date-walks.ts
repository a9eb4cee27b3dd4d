import fc from 'fast-check';
import { addDays, dayOf } from '../src/day.ts';
import { bookOf } from '../src/dates/book.ts';
import { DATE_GROUNDS, DOCUMENT_DATES, PLAN_DATES } from '../src/dates/date.ts';
import { dated } from '../src/dates/dated.ts';
import { missedBy } from '../src/dates/missed.ts';
import type { DateCommand } from '../src/dates/objections.ts';
import type { DocumentState } from '../src/document/state.ts';
import type { PlanState } from '../src/plan/state.ts';
import { everyone, hoa, lan, person } from './people.ts';

/** One turn about a date: who does what, to which day, with a ground or without. */
export const dateTurn = fc.record({
  who: fc.nat(1_000),
  what: fc.integer({ min: 0, max: 9 }),
  days: fc.integer({ min: -5, max: 90 }),
  date: fc.nat(1),
  ground: fc.option(fc.constantFrom(...DATE_GROUNDS), { nil: undefined }),
  later: fc.integer({ min: 0, max: 25 }),
});
export type DateTurn = typeof dateTurn extends fc.Arbitrary<infer T> ? T : never;

/** Mostly drafters ask and whoever may decide decides, so that walks get far; sometimes anybody does. */
export function dateCommand(
  state: PlanState | DocumentState,
  turn: DateTurn,
  now: string,
): DateCommand & { readonly commandId: string; readonly expectedVersion: number } {
  const { decider, editors } = dated(state);
  const anybody = everyone[turn.who % everyone.length] ?? lan;
  const drafter = turn.who % 5 === 0 ? lan : hoa;
  const deciders = everyone.filter(
    (actor) =>
      !editors.includes(actor.id) && actor.assignments.some((held) => held.function === decider.function),
  );
  // Whoever asked may have come to hold the deciding function too.
  const both = person('hoa', ['drafter', decider.function]);
  const right = turn.who % 3 === 0 ? both : (deciders[turn.who % Math.max(deciders.length, 1)] ?? anybody);
  const base = { commandId: '00000000-0000-4000-8000-000000000000', expectedVersion: state.version };
  const dates = state.kind === 'plan' ? PLAN_DATES : DOCUMENT_DATES;
  const date = dates[turn.date] ?? dates[0];
  const requestId = bookOf(state).requests[0]?.id ?? 'D0';
  const to = addDays(dayOf(now), turn.days);
  const ground = turn.ground === undefined ? {} : { ground: turn.ground };
  const actor = turn.what % 5 === 4 ? anybody : turn.what < 4 ? drafter : right;
  if (turn.what < 5)
    return { ...base, actor, type: 'requestDateChange', date, to, reason: 'lý do', ...ground };
  if (turn.what < 8) return { ...base, actor, type: 'approveDateChange', requestId };
  if (turn.what < 9) return { ...base, actor, type: 'refuseDateChange', requestId, reason: 'không' };
  const [missed] = missedBy(state, dayOf(now));
  return {
    ...base,
    actor: drafter,
    type: 'explainDelay',
    ...(missed?.step ? { step: missed.step } : {}),
    ...(missed?.date ? { date: missed.date } : {}),
    reason: 'chờ ý kiến',
  };
}
