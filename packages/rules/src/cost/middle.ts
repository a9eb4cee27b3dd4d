/** Where sources differ: the middle value, the lower of the two when their number is even. Null without any. */
export function lowerMiddle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
