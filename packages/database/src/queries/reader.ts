import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { LegalDate } from '@tinhgon/rules/day';

/** The day on which a list is read, and the calendar by which its days are reckoned. */
export interface ReadOn {
  readonly today: LegalDate;
  readonly calendar: WorkingCalendar;
}
