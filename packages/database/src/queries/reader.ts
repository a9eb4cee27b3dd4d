import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import type { LegalDate } from '@tinhgon/rules/day';

/** The day on which a list is read, and the calendar by which its days are reckoned. */
export interface ReadOn {
  readonly today: LegalDate;
  readonly calendar: WorkingCalendar;
  /** Where the list is that of a past day; `today` is then that day. */
  readonly past?: AsAt;
}
