import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../day.ts';
import {
  firstDayOf,
  kindOfPeriod,
  lastDayOf,
  PERIOD_KINDS,
  periodBefore,
  periodOf,
  periodSchema,
} from './period.ts';

const anyDay = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays('1950-01-01', days));
const anyKind = fc.constantFrom(...PERIOD_KINDS);

it('has the days people think it has', () => {
  const span = (period: string) => [firstDayOf(period), lastDayOf(period)];
  expect(span('2024')).toEqual(['2024-01-01', '2024-12-31']);
  expect(span('2024-H1')).toEqual(['2024-01-01', '2024-06-30']);
  expect(span('2024-H2')).toEqual(['2024-07-01', '2024-12-31']);
  expect(span('2024-Q3')).toEqual(['2024-07-01', '2024-09-30']);
  expect(span('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
  expect(span('2024-12')).toEqual(['2024-12-01', '2024-12-31']);
});

it('is written in one way alone', () => {
  const wrong = ['2024-H3', '2024-Q0', '2024-13', '2024-1', '24', '2024-', '2024-h1', '', '0001', '2101'];
  wrong.push('9'.repeat(40));
  expect(wrong.filter((period) => periodSchema.safeParse(period).success)).toEqual([]);
});

it('holds every day once: the periods of a kind follow on each other without a gap', () => {
  fc.assert(
    fc.property(anyDay, anyKind, (day, kind) => {
      const period = periodOf(kind, day);
      expect(periodSchema.safeParse(period).success && kindOfPeriod(period)).toBe(kind);
      expect(firstDayOf(period) <= day && day <= lastDayOf(period)).toBe(true);
      const before = periodBefore(period);
      expect(before < period).toBe(true);
      expect(addDays(lastDayOf(before), 1)).toBe(firstDayOf(period));
    }),
  );
});
