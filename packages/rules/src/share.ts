/**
 * A share in per cent with two decimals, or as many as asked for, rounded half up in integers from the counts
 * themselves, and never 100 while one is open. Null without a denominator.
 */
export function sharePercent(part: number, whole: number, decimals = 2): number | null {
  if (whole === 0) return null;
  const scale = 10 ** decimals;
  // Sums of money times 20,000 leave the exact integers of a number.
  const units = Number((BigInt(part) * BigInt(200 * scale) + BigInt(whole)) / (2n * BigInt(whole)));
  return (part < whole ? Math.min(units, 100 * scale - 1) : units) / scale;
}

/** The report's sentence prints whole per cents; 99 while one is open. */
export const wholePercent = (part: number, whole: number): number | null => sharePercent(part, whole, 0);
