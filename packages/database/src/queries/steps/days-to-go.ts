import { type WorkingCalendar, workingDaysBetween } from '@tinhgon/rules/calendar';
import type { LegalDate } from '@tinhgon/rules/days';

/** Working days past the due day (0 when not late), and left until it (null when undated or past). */
export function daysToGo(
  dueOn: LegalDate | null,
  today: LegalDate,
  calendar: WorkingCalendar,
): { daysLate: number; daysLeft: number | null } {
  if (dueOn === null) return { daysLate: 0, daysLeft: null };
  // A day past due is a day late, even when no working day lies between.
  if (today > dueOn)
    return { daysLate: Math.max(workingDaysBetween(calendar, dueOn, today), 1), daysLeft: null };
  return { daysLate: 0, daysLeft: workingDaysBetween(calendar, today, dueOn) };
}
