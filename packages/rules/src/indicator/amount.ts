export const UNITS_OF_MEASURE = ['percent', 'count'] as const;
export type UnitOfMeasure = (typeof UNITS_OF_MEASURE)[number];

/** Parts of one unit that are kept: hundredths of a per cent, whole things counted. */
const SCALE: Readonly<Record<UnitOfMeasure, number>> = { percent: 100, count: 1 };
const MAX_KEPT: Readonly<Record<UnitOfMeasure, number>> = { percent: 100_000, count: 1_000_000_000_000 };

/**
 * The integer an amount is kept as: 59.57 % as 5957. Null for one with more decimals than are kept, below nothing, or
 * above 1,000 % or a million million.
 */
export function keptAs(unit: UnitOfMeasure, amount: number): number | null {
  const kept = Math.round(amount * SCALE[unit]);
  // The nearest number to two decimals is the same however it was written; anything else has more of them.
  return kept / SCALE[unit] === amount && kept >= 0 && kept <= MAX_KEPT[unit] ? Math.abs(kept) : null;
}

/** The amount people read, from the integer it is kept as. */
export const amountOf = (unit: UnitOfMeasure, kept: number): number => kept / SCALE[unit];
