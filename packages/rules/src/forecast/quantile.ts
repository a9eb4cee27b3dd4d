import type { LegalDate } from '../day.ts';
import type { DaysAhead } from './ahead.ts';

/** Of 100 runs, in how many the day told is not exceeded. */
export const SURE = [50, 85, 95] as const;
export type Sure = (typeof SURE)[number];

/** The day that is not exceeded in 50, 85 and 95 of 100 runs, and the range that holds the middle 85. */
export interface Dates {
  readonly 50: LegalDate;
  readonly 85: LegalDate;
  readonly 95: LegalDate;
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** Of 1,000: what lies below, and what up to the end of, the middle 850. */
const [BELOW, UP_TO] = [75, 925];

/** The least of the values below or at which `ofThousand` of 1,000 of them lie. @param sorted ascending, not empty */
export function quantile(sorted: Int32Array, ofThousand: number): number {
  return sorted[Math.max(Math.ceil((sorted.length * ofThousand) / 1000), 1) - 1] ?? 0;
}

export function datesOf(days: Int32Array, ahead: DaysAhead): Dates {
  const sorted = days.toSorted();
  const date = (ofThousand: number) => ahead.dateOf(quantile(sorted, ofThousand));
  return { 50: date(500), 85: date(850), 95: date(950), from: date(BELOW), to: date(UP_TO) };
}
