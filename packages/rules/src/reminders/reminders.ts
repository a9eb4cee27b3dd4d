import type { Actor } from '../actor.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';
import { heldFor, type Needed, wayIn } from '../standing.ts';
import type { FunctionCode } from '../vocabulary.ts';
import { isEscalated, type ReminderKind, reminderDay, reminderKind } from './kinds.ts';

/** An open step with a due day, as far as it matters to whom it is told. */
export interface DueStep extends Needed {
  readonly dueOn: LegalDate;
  readonly holder: PersonRef | null;
  /** Who may not decide on it: four eyes. */
  readonly barred: readonly string[];
}

/** Who is at work on a day. */
export interface PeopleAtWork {
  /** People with an assignment of the function for the agency (null: for the country), or one that covers it. */
  readonly holders: (code: FunctionCode, agency: string | null) => readonly Actor[];
  readonly programmeOffice: readonly Actor[];
}

export interface Reminder {
  /** Id of the person. */
  readonly person: string;
  readonly kind: ReminderKind;
}

/**
 * Who is to be reminded of a step, and of what, as things stand on a day. The same reminder is found again at every
 * look: whoever keeps them keeps each once.
 */
export function remindersOf(
  step: DueStep,
  people: PeopleAtWork,
  today: LegalDate,
  calendar: WorkingCalendar,
): Reminder[] {
  const day = reminderDay(today, calendar);
  const kind = reminderKind(step.dueOn, day, calendar);
  if (kind === null) return [];
  const waitsFor = peopleItWaitsFor(step, people);
  const leaders = isEscalated(step.dueOn, day, calendar) ? escalatedTo(step, people) : [];
  return [
    ...waitsFor.map(({ id }) => ({ person: id, kind })),
    // It is no news to those who are late themselves.
    ...leaders
      .filter((leader) => !waitsFor.includes(leader))
      .map(({ id }) => ({ person: id, kind: 'escalated' as const })),
  ];
}

/**
 * Whoever claimed the step, those who stand in for them, and the person in whose name it was claimed; all who may act
 * while nobody has, or whoever claimed it no longer may.
 */
function peopleItWaitsFor(step: DueStep, people: PeopleAtWork): readonly Actor[] {
  const candidates = people.holders(step.function, step.agency);
  const mayActOn = (needed: Needed) => candidates.filter((person) => wayIn(person, needed, step.barred).ok);
  const inHand = mayActOn(step);
  return inHand.length > 0 ? inHand : mayActOn({ ...step, holder: null });
}

/**
 * The leaders of the step's agency, and those who stand in for them. Where the step waits for leaders themselves, for
 * nobody's agency, or where the agency has no leader, the programme office hears of it.
 */
function escalatedTo({ function: code, agency, subject }: DueStep, people: PeopleAtWork): readonly Actor[] {
  const led: Needed = { function: agency === null ? code : 'minister', agency, subject };
  const leaders = people.holders(led.function, agency).filter((person) => heldFor(person, led).length > 0);
  const byThemselves = agency === null || code === 'minister' || leaders.length === 0;
  return [...new Set([...leaders, ...(byThemselves ? people.programmeOffice : [])])];
}
