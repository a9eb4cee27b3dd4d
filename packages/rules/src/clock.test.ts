import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar.ts';
import { VIETNAM_CALENDAR as calendar } from './calendar-vietnam.ts';
import { type ClockDates, dueOf, nextTimingChange, timingOf } from './clock.ts';
import { addDays, dayOf, daysBetween, isLegalDate, startOfDay } from './days.ts';

const day = fc.integer({ min: 0, max: 1_400 }).map((n) => addDays('2024-01-02', n));
const nothing: ClockDates = { reviewOn: null, plannedSigningOn: null, inForceOn: null };

describe('legal dates', () => {
  it.each(['2024-02-29', '1945-09-02'])('takes %s', (text) => expect(isLegalDate(text)).toBe(true));
  it.each(['2023-02-29', '2024-13-01', '24-01-01', '2024-1-1', '2024-02-30'])('refuses %s', (text) =>
    expect(isLegalDate(text)).toBe(false),
  );
  it('changes day at midnight in Ha Noi, not in Greenwich', () => {
    expect(dayOf('2026-03-01T16:59:59.999Z')).toBe('2026-03-01');
    expect(dayOf('2026-03-01T17:00:00.000Z')).toBe('2026-03-02');
  });
  it('counts days back as it counted them forth', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect(dayOf(startOfDay(from))).toBe(from);
      }),
    );
  });
});

describe('the working calendar', () => {
  it('knows Tết, weekends and swapped days', () => {
    expect(isWorkingDay(calendar, '2026-02-17')).toBe(false);
    expect(isWorkingDay(calendar, '2026-08-22')).toBe(true);
    expect(isWorkingDay(calendar, '2026-08-23')).toBe(false);
    expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-23');
  });
  it('reckons what counting day by day would give, whatever the calendar holds', () => {
    const days = fc.array(day, { maxLength: 60 });
    fc.assert(
      fc.property(days, days, day, fc.integer({ min: 0, max: 500 }), (holidays, swapped, from, length) => {
        const own = { version: 'x', holidays, swappedWorkingDays: swapped };
        const passed = Array.from({ length }, (_none, n) => addDays(from, n + 1));
        const count = passed.filter((one) => isWorkingDay(own, one)).length;
        expect(workingDaysBetween(own, from, addDays(from, length))).toBe(count);
      }),
    );
  });
  it('lands on a working day, as many working days later as asked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n);
        expect(isWorkingDay(calendar, to)).toBe(true);
        expect(workingDaysBetween(calendar, from, to)).toBe(n);
        expect(workingDaysBetween(calendar, to, from)).toBe(-n);
      }),
    );
  });
});

describe('clocks', () => {
  const due = (clock: Parameters<typeof dueOf>[0]['clock'], dates = nothing, opened = '2026-03-02') =>
    dueOf({ clock }, opened, dates, calendar);
  it('counts forward in working or calendar days', () => {
    expect(due({ kind: 'working-days', days: 5 }).on).toBe('2026-03-09');
    expect(due({ kind: 'calendar-days', days: 60 }).on).toBe('2026-05-01');
  });
  it('has no date while the one it hangs on is unknown', () => {
    expect(due({ kind: 'by-date', date: 'planned-signing' }).on).toBeNull();
    expect(due({ kind: 'before-in-force', days: 20, shortestDays: 3 }).on).toBeNull();
  });
  it('is never due before it could start and its shortest time has passed', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 40 }), (opened, inForceOn, days) => {
        const { on, compressed } = due(
          { kind: 'before-in-force', days, shortestDays: 3 },
          { ...nothing, inForceOn },
          opened,
        );
        expect(on !== null && on >= addDays(opened, 3)).toBe(true);
        expect(on).toBe(compressed ? addDays(opened, 3) : addDays(inForceOn, -days));
      }),
    );
  });
  it('says in time, due soon, overdue', () => {
    expect(timingOf('2026-03-06', '2026-03-03', calendar)).toBe('in-time');
    expect(timingOf('2026-03-06', '2026-03-04', calendar)).toBe('due-soon');
    expect(timingOf('2026-03-06', '2026-03-06', calendar)).toBe('due-soon');
    expect(timingOf('2026-03-06', '2026-03-07', calendar)).toBe('overdue');
    expect(timingOf(null, '2026-03-07', calendar)).toBe('in-time');
  });
  it('wakes exactly when the timing changes, and not again once overdue', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 40 }), (dueOn, ahead) => {
        const now = startOfDay(addDays(dueOn, -ahead));
        const next = nextTimingChange(dueOn, now, calendar);
        const current = timingOf(dueOn, dayOf(now), calendar);
        if (next === null) {
          expect(current).toBe('overdue');
          return;
        }
        expect(next > now).toBe(true);
        expect(timingOf(dueOn, dayOf(next), calendar)).not.toBe(current);
        expect(timingOf(dueOn, addDays(dayOf(next), -1), calendar)).toBe(current);
      }),
    );
  });
});
