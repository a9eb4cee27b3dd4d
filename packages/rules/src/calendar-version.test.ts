import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar.ts';
import { VIETNAM_CALENDAR } from './calendar-vietnam.ts';
import {
  calendarChanges,
  type CalendarDay,
  DEFAULT_CALENDAR,
  objectionToCalendar,
  workingCalendar,
} from './calendar-version.ts';
import { addDays, weekday } from './day.ts';

const holiday = (day: string): CalendarDay => ({ day, kind: 'holiday', name: '' });
const working = (day: string): CalendarDay => ({ day, kind: 'working', name: '' });

describe('a version of the working calendar', () => {
  it('begins as the calendar the product comes with', () => {
    expect(workingCalendar(DEFAULT_CALENDAR)).toBe(VIETNAM_CALENDAR);
    expect(workingCalendar({ ...DEFAULT_CALENDAR, version: 1 })).toEqual({
      ...VIETNAM_CALENDAR,
      version: 'vn-1',
    });
    expect(objectionToCalendar(DEFAULT_CALENDAR.days)).toBeNull();
  });

  it('refuses a day that stands twice, and work in exchange on a weekday', () => {
    expect(objectionToCalendar([holiday('2027-02-05'), holiday('2027-02-05')])).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'days.1.day',
      details: { reason: 'duplicate' },
    });
    expect(objectionToCalendar([working('2027-02-05')])).toMatchObject({ details: { reason: 'notWeekend' } });
    expect(objectionToCalendar([working('2027-02-06'), holiday('2027-02-05')])).toBeNull();
  });

  it('says which days change', () => {
    expect(
      calendarChanges(
        [holiday('2027-02-05'), holiday('2027-02-06')],
        [working('2027-02-06'), holiday('2027-02-04')],
      ),
    ).toEqual([
      { day: '2027-02-04', before: null, after: 'holiday' },
      { day: '2027-02-05', before: 'holiday', after: null },
      { day: '2027-02-06', before: 'holiday', after: 'working' },
    ]);
  });

  it('makes clocks run the same way however the days are entered', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));
    const days = fc.uniqueArray(day, { maxLength: 40 }).map((drawn) =>
      drawn.map((one, index) => {
        const weekend = weekday(one) === 0 || weekday(one) === 6;
        return weekend && index % 2 === 0 ? working(one) : holiday(one);
      }),
    );
    fc.assert(
      fc.property(days, day, fc.integer({ min: 0, max: 30 }), (entered, from, count) => {
        const calendar = workingCalendar({ version: 1, days: entered });
        expect(objectionToCalendar(entered)).toBeNull();
        expect(workingCalendar({ version: 1, days: entered.toReversed() })).toEqual(calendar);
        const due = addWorkingDays(calendar, from, count);
        expect(workingDaysBetween(calendar, from, due)).toBe(count);
        expect(count === 0 || isWorkingDay(calendar, due)).toBe(true);
      }),
    );
  });
});
