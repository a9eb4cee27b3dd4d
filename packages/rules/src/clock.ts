import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from './calendar.ts';
import type { StepDefinition } from './chain.ts';
import { addDays, dayOf, type Instant, type LegalDate, startOfDay } from './day.ts';
import type { StepTiming } from './vocabulary.ts';

/** The dates a clock may hang on; null while unknown. */
export interface ClockDates {
  readonly reviewOn: LegalDate | null;
  readonly plannedSigningOn: LegalDate | null;
  readonly inForceOn: LegalDate | null;
}

export interface Due {
  /** Last day the step is in time; null when the date it hangs on is not known. */
  readonly on: LegalDate | null;
  /** The date counted back from coming into force had already passed when the step opened. */
  readonly compressed: boolean;
}

/** A step is "due soon" on its last two working days. */
export const DUE_SOON_WORKING_DAYS = 2;

/** A plan that came back is never due before its drafters have had these days to answer. */
export const ANSWER_WORKING_DAYS = 5;

/** When a step opened on `openedOn` is due. */
export function dueOf(
  step: Pick<StepDefinition, 'clock'>,
  openedOn: LegalDate,
  dates: ClockDates,
  calendar: WorkingCalendar,
): Due {
  const { clock } = step;
  switch (clock.kind) {
    case 'by-date': {
      const on = clock.date === 'review' ? dates.reviewOn : dates.plannedSigningOn;
      return { on, compressed: false };
    }
    case 'working-days':
      return { on: addWorkingDays(calendar, openedOn, clock.days), compressed: false };
    case 'calendar-days':
      return { on: addDays(openedOn, clock.days), compressed: false };
    case 'before-in-force': {
      if (dates.inForceOn === null) return { on: null, compressed: false };
      const planned = addDays(dates.inForceOn, -clock.days);
      const soonest = addDays(openedOn, clock.shortestDays);
      return planned >= soonest ? { on: planned, compressed: false } : { on: soonest, compressed: true };
    }
  }
}

export function timingOf(dueOn: LegalDate | null, today: LegalDate, calendar: WorkingCalendar): StepTiming {
  if (dueOn === null) return 'in-time';
  if (today > dueOn) return 'overdue';
  return workingDaysBetween(calendar, today, dueOn) <= DUE_SOON_WORKING_DAYS ? 'due-soon' : 'in-time';
}

/** The next moment at which `timingOf` changes for a step, or null when it is overdue or has no date. */
export function nextTimingChange(
  dueOn: LegalDate | null,
  now: Instant,
  calendar: WorkingCalendar,
): Instant | null {
  if (dueOn === null) return null;
  const today = dayOf(now);
  const current = timingOf(dueOn, today, calendar);
  if (current === 'overdue') return null;
  if (current === 'due-soon') return startOfDay(addDays(dueOn, 1));
  let day = dueOn;
  while (day > today && timingOf(dueOn, addDays(day, -1), calendar) === 'due-soon') day = addDays(day, -1);
  return startOfDay(day);
}
