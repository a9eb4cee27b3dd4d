import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../calendar.ts';
import { VIETNAM_CALENDAR as calendar } from '../calendar-vietnam.ts';
import { dayOf, startOfDay } from '../days.ts';
import { digestAt, digestDay, MAIL_ATTEMPTS, retryAt, singleAt, SPREAD_MS } from './mail-times.ts';

const HOUR_MS = 3_600_000;
const moment = fc
  .date({ min: new Date('2025-01-02'), max: new Date('2026-12-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const hourOf = (at: string): number => (Date.parse(at) - Date.parse(startOfDay(dayOf(at)))) / HOUR_MS;

describe('the digest', () => {
  it.each([
    ['a morning before half past seven', '2026-03-10T00:29:59.999Z', '2026-03-10'],
    ['half past seven itself', '2026-03-10T00:30:00.000Z', '2026-03-11'],
    ['a Friday evening', '2026-03-13T11:00:00.000Z', '2026-03-16'],
    ['the day before Tết', '2026-02-13T05:00:00.000Z', '2026-02-23'],
    ['early on a Sunday', '2026-03-14T20:00:00.000Z', '2026-03-16'],
  ])('of what came up on %s', (_when, now, day) => {
    expect(digestDay(now, calendar)).toBe(day);
  });

  it('never goes before what it tells, and on a working morning', () => {
    fc.assert(
      fc.property(moment, fc.uuid(), (now, id) => {
        const at = digestAt(digestDay(now, calendar), id);
        expect(at > now).toBe(true);
        expect(isWorkingDay(calendar, dayOf(at))).toBe(true);
        expect(hourOf(at)).toBeGreaterThanOrEqual(7.5);
        expect(hourOf(at)).toBeLessThan(8);
      }),
    );
  });
});

describe('a single mail', () => {
  it('goes soon, in working hours', () => {
    fc.assert(
      fc.property(moment, fc.uuid(), (now, id) => {
        const at = singleAt(now, calendar, id);
        expect(at >= now).toBe(true);
        expect(isWorkingDay(calendar, dayOf(at))).toBe(true);
        expect(hourOf(at)).toBeGreaterThanOrEqual(7.5);
        expect(hourOf(at)).toBeLessThan(18.5);
        const atWork = isWorkingDay(calendar, dayOf(now)) && hourOf(now) >= 7.5 && hourOf(now) < 18;
        if (atWork) expect(Date.parse(at) - Date.parse(now)).toBeLessThanOrEqual(SPREAD_MS);
      }),
    );
  });

  it('of two thousand that come up at once, no minute carries many', () => {
    const minutes = new Map<string, number>();
    for (let n = 0; n < 2_000; n += 1) {
      const minute = singleAt('2026-03-10T01:00:00.000Z', calendar, `mail-${n}`).slice(0, 16);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
    expect(minutes.size).toBe(30);
    expect(Math.max(...minutes.values())).toBeLessThan(120);
  });
});

describe('a mail that could not be sent', () => {
  it('is tried again later and later, and given up in the end', () => {
    fc.assert(
      fc.property(moment, fc.uuid(), fc.integer({ min: 1, max: MAIL_ATTEMPTS - 1 }), (now, id, attempts) => {
        const pauseMs = Date.parse(retryAt(now, attempts, id) ?? '') - Date.parse(now);
        expect(pauseMs).toBeGreaterThanOrEqual(Math.min(60_000 * 2 ** (attempts - 1), 6 * HOUR_MS));
        expect(pauseMs).toBeLessThanOrEqual(9 * HOUR_MS);
      }),
    );
    expect(retryAt('2026-03-10T01:00:00.000Z', MAIL_ATTEMPTS, 'x')).toBeNull();
  });
});
