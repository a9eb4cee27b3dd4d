/**
 * A share in per cent with two decimals, rounded half up in integers, and never 100 while one is open.
 * Null without a denominator.
 */
export function sharePercent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  // Sums of money times 20,000 leave the exact integers of a number.
  const hundredths = Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)));
  if (part < whole) return Math.min(hundredths, 9_999) / 100;
  return hundredths / 100;
}

/** The report's sentence prints whole per cents; 99 while one is open. */
export function wholePercent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const whole100 = Math.floor((part * 200 + whole) / (2 * whole));
  return part < whole ? Math.min(whole100, 99) : whole100;
}
