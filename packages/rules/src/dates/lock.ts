import { addDays, type LegalDate } from '../day.ts';

/** In the last days before a date it moves for listed grounds alone, so that nobody asks on the eve of it. */
export const LOCK_DAYS = 30;

/** Whether a change of this date needs one of the listed grounds today: its last 30 days, and ever after. */
export const isLocked = (present: LegalDate | null, today: LegalDate): boolean =>
  present !== null && today >= addDays(present, -LOCK_DAYS);
