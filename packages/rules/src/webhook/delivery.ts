import type { Instant } from '../day.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long after each try in vain the next one is made: ten tries over about a day. */
const PAUSES_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
] as const;
/** How often one event is tried in all before it is put aside. */
export const WEBHOOK_TRIES = PAUSES_MS.length + 1;

/** A receiver that has taken nothing for so many days is told no more until an administrator looks at it. */
export const STOPPED_AFTER_DAYS = 5;
/** How many days is known what was put aside, and what was delivered. */
export const DELIVERIES_KEPT_DAYS = { givenUp: 30, delivered: 7 } as const;
/** For so long after it was replaced, an old secret signs beside the new one. */
export const OLD_SECRET_HOURS = 24;

/** When the next try is made after `tries` in vain; null when the event is put aside. */
export function nextTryAt(now: Instant, tries: number): Instant | null {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? null : later(now, pause);
}

/** Whether a receiver that has failed since a moment is given up now. */
export const isGivenUp = (failingSince: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(failingSince) >= STOPPED_AFTER_DAYS * DAY_MS;

export const oldSecretUntil = (now: Instant): Instant => later(now, OLD_SECRET_HOURS * HOUR_MS);

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString();
