import { z } from 'zod';
import { addDays, EARLIEST_DATE, LATEST_DATE, type LegalDate, yearOf } from '../day.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'half-year', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** `2024`, `2024-H1`, `2024-Q3` or `2024-07`. String comparison orders periods of one kind. */
export type Period = string;

const SHAPE = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;
const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

export const periodSchema = z
  .string()
  // Nothing else is asked of what is no period: forty digits would be a year past the end of dates.
  .regex(SHAPE, { message: 'INVALID_INPUT', abort: true })
  .refine((period) => firstDayOf(period) >= EARLIEST_DATE && lastDayOf(period) <= LATEST_DATE, {
    message: 'DATE_OUT_OF_RANGE',
  });

export function kindOfPeriod(period: Period): PeriodKind {
  const [, , half, quarter, month] = SHAPE.exec(period) ?? [];
  if (half !== undefined) return 'half-year';
  if (quarter !== undefined) return 'quarter';
  return month === undefined ? 'year' : 'month';
}

/** Its number within its year, from 1. */
export function numberInYear(period: Period): number {
  const [, , half, quarter, month] = SHAPE.exec(period) ?? [];
  return Number(half ?? quarter ?? month ?? 1);
}

const firstOfMonth = (year: number, month: number): LegalDate =>
  `${year + Math.floor((month - 1) / 12)}`.padStart(4, '0') +
  `-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;

export function firstDayOf(period: Period): LegalDate {
  const length = MONTHS[kindOfPeriod(period)];
  return firstOfMonth(yearOf(period), (numberInYear(period) - 1) * length + 1);
}

export function lastDayOf(period: Period): LegalDate {
  const length = MONTHS[kindOfPeriod(period)];
  return addDays(firstOfMonth(yearOf(period), numberInYear(period) * length + 1), -1);
}

/** The period of a kind that is the `number`th of a year, from 1. */
export function periodNumbered(kind: PeriodKind, year: string, number: number): Period {
  switch (kind) {
    case 'year':
      return year;
    case 'half-year':
      return `${year}-H${number}`;
    case 'quarter':
      return `${year}-Q${number}`;
    default:
      return `${year}-${String(number).padStart(2, '0')}`;
  }
}

/** The period of a kind in which a day lies. */
export const periodOf = (kind: PeriodKind, day: LegalDate): Period =>
  periodNumbered(kind, day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / MONTHS[kind]));

export const periodBefore = (period: Period): Period =>
  periodOf(kindOfPeriod(period), addDays(firstDayOf(period), -1));
