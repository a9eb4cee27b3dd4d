import type { WorkingCalendar } from '../calendar.ts';
import type { LegalDate } from '../day.ts';
import type { FunctionCode } from '../vocabulary.ts';
import { isEscalated, type ReminderKind, reminderDay, reminderKind } from './kinds.ts';

/** An open step with a due day, as far as it matters to whom it is told. */
export interface DueStep {
  readonly function: FunctionCode;
  /** Null for a function held once for the country. */
  readonly agency: string | null;
  readonly dueOn: LegalDate;
  readonly holder: string | null;
  /** Who may not decide on it: four eyes. */
  readonly barred: readonly string[];
}

/** Who is at work on a day. */
export interface PeopleAtWork {
  /** Active people who hold a function for an agency, or for the country when it is null; nationwide holders included. */
  readonly holders: (code: FunctionCode, agency: string | null) => readonly string[];
  readonly programmeOffice: readonly string[];
}

export interface Reminder {
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
    ...waitsFor.map((person) => ({ person, kind })),
    // It is no news to those who are late themselves.
    ...leaders
      .filter((person) => !waitsFor.includes(person))
      .map((person) => ({ person, kind: 'escalated' as const })),
  ];
}

/** Whoever claimed the step and may still act on it; else all who may. */
function peopleItWaitsFor(step: DueStep, people: PeopleAtWork): readonly string[] {
  const may = people.holders(step.function, step.agency).filter((person) => !step.barred.includes(person));
  return step.holder !== null && may.includes(step.holder) ? [step.holder] : may;
}

/**
 * The leaders of the step's agency. Where the step waits for themselves, for nobody's agency, or where the agency has
 * no leader, the programme office hears of it.
 */
function escalatedTo(step: DueStep, people: PeopleAtWork): readonly string[] {
  const leaders =
    step.agency === null ? people.holders(step.function, null) : people.holders('minister', step.agency);
  const byThemselves = step.agency === null || step.function === 'minister' || leaders.length === 0;
  return [...new Set([...leaders, ...(byThemselves ? people.programmeOffice : [])])];
}
