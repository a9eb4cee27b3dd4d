import { z } from 'zod';
import type { WorkingCalendar } from './calendar.ts';
import { VIETNAM_CALENDAR } from './calendar-vietnam.ts';
import { type LegalDate, weekday } from './day.ts';
import { legalDateSchema } from './days.ts';
import { type Rejection, reject } from './errors.ts';
import { LINE_MAX, reasonText, text } from './text.ts';

/** `holiday`: nobody works. `working`: a day of the weekend worked in exchange for a bridge day. */
export const CALENDAR_DAY_KINDS = ['holiday', 'working'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

export const calendarDaySchema = z.strictObject({
  day: legalDateSchema,
  kind: z.enum(CALENDAR_DAY_KINDS),
  /** What the day is: "Tết Nguyên đán", "làm bù cho 02/01". */
  name: text(LINE_MAX).default(''),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** A new version of the calendar: all its days, not only the changed ones. */
export const calendarInputSchema = z.strictObject({
  /** The version its author changed; another one meanwhile is STALE_VERSION. */
  basedOn: z.int().min(0),
  days: z.array(calendarDaySchema).max(2_000),
  reason: reasonText,
});
export type CalendarInput = z.infer<typeof calendarInputSchema>;

/** Version 0 is the calendar the product comes with; the first one entered is 1. */
export interface CalendarVersion {
  readonly version: number;
  readonly days: readonly CalendarDay[];
}

/** Which of the public holidays a day off belongs to, by the part of the year it lies in. */
function holidayOf(day: LegalDate): string {
  const inYear = day.slice(5);
  if (inYear <= '01-02') return 'Tết Dương lịch';
  if (inYear < '03-01') return 'Tết Nguyên đán';
  if (inYear < '04-29') return 'Giỗ Tổ Hùng Vương';
  if (inYear < '06-01') return 'Ngày Chiến thắng, Quốc tế Lao động';
  return inYear < '10-01' ? 'Quốc khánh' : 'Ngày Văn hóa Việt Nam';
}

export const DEFAULT_CALENDAR: CalendarVersion = {
  version: 0,
  days: [
    ...VIETNAM_CALENDAR.holidays.map((day) => ({ day, kind: 'holiday' as const, name: holidayOf(day) })),
    ...VIETNAM_CALENDAR.swappedWorkingDays.map((day) => ({ day, kind: 'working' as const, name: 'Làm bù' })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1)),
};

/** The calendar as clocks use it. */
export function workingCalendar({ version, days }: CalendarVersion): WorkingCalendar {
  if (version === 0) return VIETNAM_CALENDAR;
  const of = (kind: CalendarDayKind): LegalDate[] =>
    days
      .filter((one) => one.kind === kind)
      .map((one) => one.day)
      .sort();
  return { version: `vn-${version}`, holidays: of('holiday'), swappedWorkingDays: of('working') };
}

/** Each day stands once, and only a day of the weekend can be worked in exchange. */
export function objectionToCalendar(days: readonly CalendarDay[]): Rejection | null {
  const seen = new Set<LegalDate>();
  for (const [index, { day, kind }] of days.entries()) {
    if (seen.has(day)) return no('duplicate', index, day);
    seen.add(day);
    const weekend = weekday(day) === 0 || weekday(day) === 6;
    if (kind === 'working' && !weekend) return no('notWeekend', index, day);
  }
  return null;
}

/** Days that come, go or change their kind from one version to the next, in order. */
export function calendarChanges(
  before: readonly CalendarDay[],
  after: readonly CalendarDay[],
): {
  readonly day: LegalDate;
  readonly before: CalendarDayKind | null;
  readonly after: CalendarDayKind | null;
}[] {
  const kinds = (days: readonly CalendarDay[]) => new Map(days.map(({ day, kind }) => [day, kind]));
  const [old, now] = [kinds(before), kinds(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((day) => ({ day, before: old.get(day) ?? null, after: now.get(day) ?? null }))
    .filter((change) => change.before !== change.after);
}

const no = (reason: 'duplicate' | 'notWeekend', index: number, day: LegalDate): Rejection =>
  reject('INVALID_INPUT', { field: `days.${index}.day`, details: { reason, day } }).rejection;
