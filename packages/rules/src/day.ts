/**
 * A legal date: a calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. It has no time and no zone.
 * String comparison orders legal dates.
 */
export type LegalDate = string;
/** A moment, ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string;

const DAY_MS = 86_400_000;
/** Viet Nam has been at UTC+7 without daylight saving since 1975, so no zone table is needed. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Dates outside this range are typing mistakes: the oldest law in the catalogue is of 1945. */
export const EARLIEST_DATE: LegalDate = '1945-09-02';
export const LATEST_DATE: LegalDate = '2100-12-31';

export function isLegalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** The Vietnamese calendar day on which a moment falls. */
export function dayOf(instant: Instant): LegalDate {
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first moment of a Vietnamese calendar day. */
export function startOfDay(day: LegalDate): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - VIETNAM_OFFSET_MS).toISOString();
}

export function addDays(day: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: LegalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export const laterOf = (a: LegalDate, b: LegalDate): LegalDate => (a >= b ? a : b);
export const yearOf = (day: LegalDate): number => Number(day.slice(0, 4));
