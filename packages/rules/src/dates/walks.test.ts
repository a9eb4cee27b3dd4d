import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateCommand, dateTurn } from '../../tests/date-walks.ts';
import { documentCommand, newDocument, newPlan, planCommand, T0, walk } from '../../tests/walks.ts';
import { addWorkingDays } from '../calendar.ts';
import { stepDefinition } from '../chain.ts';
import { ANSWER_WORKING_DAYS, dueOf } from '../clock.ts';
import { addDays, dayOf, laterOf, startOfDay } from '../day.ts';
import { decideDocument } from '../document/decide.ts';
import type { DocumentEvent } from '../document/event.ts';
import { evolveDocument } from '../document/evolve.ts';
import { clockDates as documentClockDates } from '../document/flow.ts';
import { documentAfterNews } from '../document/hear.ts';
import type { DocumentState } from '../document/state.ts';
import { decidePlan } from '../plan/decide.ts';
import type { PlanEvent } from '../plan/event.ts';
import { evolvePlan } from '../plan/evolve.ts';
import { openStepsOf } from '../open-steps.ts';
import { clockDates, type PlanState } from '../plan/state.ts';
import { objectionToSavedDates } from './arrival.ts';
import { bookOf } from './book.ts';
import { DOCUMENT_DATES, PLAN_DATES } from './date.ts';
import { dated, standingOf } from './dated.ts';
import { isLocked } from './lock.ts';

type State = PlanState | DocumentState;
type Event = PlanEvent | DocumentEvent;

const decide = (state: State, command: never, now: string) =>
  objectionToSavedDates(state, command)
    ? []
    : state.kind === 'plan'
      ? accepted(decidePlan(state, command, now))
      : accepted(decideDocument(state, command, now));
const accepted = (result: { ok: true; value: Event[] } | { ok: false }): Event[] =>
  result.ok ? result.value : [];
const evolve = (state: State, event: Event): State =>
  state.kind === 'plan'
    ? evolvePlan(state, event as PlanEvent)
    : evolveDocument(state, event as DocumentEvent);

/** Each date as it stands, and as it first was. */
const standings = (state: State) =>
  Object.fromEntries(
    (state.kind === 'plan' ? PLAN_DATES : DOCUMENT_DATES).map((date) => [date, standingOf(state, date)]),
  );

/** After a date moved, the clocks that hang on it are due when it says; a document's are at any time. */
function clocksFollow(state: State, event: Event): void {
  if (state.kind === 'plan' && event.type !== 'dateChangeApproved') return;
  for (const step of openStepsOf(state)) {
    const definition = stepDefinition(state.chain, step.key);
    if (definition.clock.kind === 'working-days' || definition.clock.kind === 'calendar-days') continue;
    const openedOn = dayOf(step.openedAt);
    const dates = state.kind === 'plan' ? clockDates(state.header) : documentClockDates(state);
    const due = dueOf(definition, openedOn, dates, state.calendar).on;
    const soonest = addWorkingDays(state.calendar, openedOn, ANSWER_WORKING_DAYS);
    // A plan that came back keeps its days to answer.
    const isAnswer = state.kind === 'plan' && step.key === 'review' && !dated(state).free;
    expect(step.dueOn).toBe(isAnswer ? laterOf(due ?? soonest, soonest) : due);
  }
}

function check(before: State, event: Event, after: State): void {
  const was = standings(before);
  const is = standings(after);
  for (const [date, { present, first }] of Object.entries(is)) {
    const old = was[date];
    // The first date never changes, and none is lost.
    if (old?.first && !dated(before).free) expect(first).toBe(old.first);
    if (old?.present) expect(present).not.toBeNull();
    if (present === old?.present || dated(before).free) continue;
    // After the first submission a date changes by an approved request alone, and by two people.
    expect(event.type).toBe('dateChangeApproved');
    if (event.type !== 'dateChangeApproved') continue;
    const { change } = event;
    expect(change).toMatchObject({ date, from: old?.present ?? null, to: present });
    expect(change.approvedBy.id).not.toBe(change.askedBy.id);
    expect(dated(before).editors).not.toContain(change.approvedBy.id);
    expect(change.approvedBy).toEqual(event.actor);
  }
  if (event.type === 'dateChangeRequested') {
    const { from, askedAt, ground } = event.request;
    expect(!isLocked(from, dayOf(askedAt)) || ground !== undefined).toBe(true);
  }
  const book = bookOf(after);
  expect(new Set(book.requests.map(({ date }) => date)).size).toBe(book.requests.length);
  expect(book.changes.slice(0, bookOf(before).changes.length)).toEqual(bookOf(before).changes);
  clocksFollow(after, event);
}

const begun = (): DocumentState => {
  const measure = { procedureCode: '1.001', measure: 'amend' as const, hash: newPlan().content };
  const news = { planCode: 'P', seq: 1, approved: true, editors: ['lan'], measures: [measure] };
  const stamp = { at: T0, actor: { id: 'system', name: '' } };
  return documentAfterNews(newDocument(), news, stamp).reduce(evolveDocument, newDocument());
};

it.each([
  ['plan', newPlan as () => State],
  ['document', begun as () => State],
])('the first dates of a %s stand, two people move a date, and clocks follow', (_kind, start) => {
  let moved = 0;
  fc.assert(
    fc.property(walk, fc.array(dateTurn, { minLength: 8, maxLength: 60, size: 'max' }), (draws, turns) => {
      let state = start();
      let now = T0;
      const events: Event[] = [];
      for (const [index, draw] of draws.entries()) {
        const turn = turns[index % turns.length];
        if (!turn) continue;
        now = startOfDay(addDays(dayOf(now), turn.later % 4 === 0 ? turn.later : 0));
        const usual = state.kind === 'plan' ? planCommand(state, draw) : documentCommand(state, draw, now);
        const command = turn.who % 5 < 2 ? usual : dateCommand(state, turn, now);
        for (const event of decide(state, command as never, now)) {
          const after = evolve(state, event);
          check(state, event, after);
          if (event.type === 'dateChangeApproved') moved += 1;
          events.push(event);
          state = after;
        }
      }
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      const first = start();
      expect(events.reduce(evolve, first)).toEqual(state);
    }),
    { numRuns: 200 },
  );
  expect(moved).toBeGreaterThan(10);
});
