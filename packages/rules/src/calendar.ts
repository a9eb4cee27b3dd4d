import { addDays, daysBetween, type LegalDate, weekday } from './day.ts';

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
  return !isWeekend(day);
}

const isWeekend = (day: LegalDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** The day `count` working days after `day`; the day itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, day: LegalDate, count: number): LegalDate {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(calendar, current)) left -= 1;
  }
  return current;
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. Reckoned rather than counted
 * day by day: somebody may give a day decades off, and the clocks of workflows ask again and again.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: LegalDate, to: LegalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  const within = (days: readonly LegalDate[]) => [...new Set(days)].filter((day) => day > from && day <= to);
  const lost = within(calendar.holidays).filter((day) => !isWeekend(day));
  const won = within(calendar.swappedWorkingDays).filter(
    (day) => isWeekend(day) && !calendar.holidays.includes(day),
  );
  return weekdaysBetween(from, to) - lost.length + won.length;
}

function weekdaysBetween(from: LegalDate, to: LegalDate): number {
  const weeks = Math.floor(daysBetween(from, to) / 7);
  let count = weeks * 5;
  for (let day = addDays(from, weeks * 7); day < to; ) {
    day = addDays(day, 1);
    if (!isWeekend(day)) count += 1;
  }
  return count;
}
