import type { CostAmount } from './sheet.ts';

/** Rounded to the đồng, half up, here and nowhere else, so that whatever is added up stays exact. */
export function lineDong(amount: CostAmount, dongPerHour?: number): number {
  if (amount.by === 'dong') return amount.dong;
  const sixtieths = BigInt(amount.minutes) * BigInt(dongPerHour ?? amount.wage.dongPerHour);
  return Number((sixtieths + 30n) / 60n);
}
