import { addDays, type LegalDate, weekday } from './day.ts';

/**
 * A version of the Vietnamese working calendar. Monday to Friday are working days except `holidays`;
 * `swappedWorkingDays` are the weekend days worked in exchange for a bridge day, fixed yearly.
 */
export interface WorkingCalendar {
  readonly version: string;
  readonly holidays: readonly LegalDate[];
  readonly swappedWorkingDays: readonly LegalDate[];
}

export function isWorkingDay(calendar: WorkingCalendar, day: LegalDate): boolean {
  if (calendar.holidays.includes(day)) return false;
  if (calendar.swappedWorkingDays.includes(day)) return true;
  const dayOfWeek = weekday(day);
  return dayOfWeek !== 0 && dayOfWeek !== 6;
}

/** The day `count` working days after `day`; the day itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, day: LegalDate, count: number): LegalDate {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(calendar, current)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LegalDate, to: LegalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
