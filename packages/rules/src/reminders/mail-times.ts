import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar.ts';
import { dayOf, type Instant, type LegalDate, startOfDay } from '../day.ts';

/** How a person wants reminders by e-mail. */
export const MAIL_MODES = ['digest', 'single', 'none'] as const;
export type MailMode = (typeof MAIL_MODES)[number];
/** What a person who has not chosen gets. */
export const USUAL_MAIL_MODE: MailMode = 'digest';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The digest of a working day goes out from 7:30, single mails between 7:30 and 18:00, in Viet Nam's time. */
const FROM_MS = 7.5 * HOUR_MS;
const UNTIL_MS = 18 * HOUR_MS;
/** Mails that would all go at the same moment are spread over this time. */
export const SPREAD_MS = 30 * MINUTE_MS;

/** How often a mail that could not be sent is tried in all: some four days of a server that is down. */
export const MAIL_ATTEMPTS = 20;
const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = 6 * HOUR_MS;

/** The working day whose morning brings the digest with what came up at `now`. */
export function digestDay(now: Instant, calendar: WorkingCalendar): LegalDate {
  const today = dayOf(now);
  const beforeDigest = Date.parse(now) < Date.parse(startOfDay(today)) + FROM_MS;
  return beforeDigest && isWorkingDay(calendar, today) ? today : addWorkingDays(calendar, today, 1);
}

/** When a digest is sent; `id` spreads many over the time. */
export const digestAt = (day: LegalDate, id: string): Instant => after(startOfDay(day), FROM_MS + spread(id));

/** When a single mail about what came up at `now` is sent: in working hours, spread by `id`. */
export function singleAt(now: Instant, calendar: WorkingCalendar, id: string): Instant {
  const today = dayOf(now);
  const sinceMidnightMs = Date.parse(now) - Date.parse(startOfDay(today));
  if (isWorkingDay(calendar, today) && sinceMidnightMs < UNTIL_MS) {
    return after(startOfDay(today), Math.max(sinceMidnightMs, FROM_MS) + spread(id));
  }
  return digestAt(addWorkingDays(calendar, today, 1), id);
}

/** When a mail is tried again after `attempts` failed ones, or null when it is given up. */
export function retryAt(now: Instant, attempts: number, id: string): Instant | null {
  if (attempts >= MAIL_ATTEMPTS) return null;
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  // Up to half as long again, so that what failed together is not tried together.
  return after(now, pauseMs + (pauseMs / 2) * share(`${id}/${attempts}`));
}

const after = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + Math.floor(ms)).toISOString();
const spread = (id: string): number => share(id) * SPREAD_MS;

/** A number from 0 up to 1 that is always the same for an id (FNV-1a). */
function share(id: string): number {
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // Ids that differ in their last sign only must not lie side by side.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 12)) >>> 0) / 2 ** 32;
}
