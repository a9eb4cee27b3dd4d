import type { UnitOfMeasure } from './amount.ts';
import type { Better, IndicatorGroup } from './indicator.ts';

/** Whether a value reaches its target; null while either is missing. */
export function reaches(better: Better, value: number | null, target: number | null): boolean | null {
  if (value === null || target === null) return null;
  return better === 'higher' ? value >= target : value <= target;
}

/** The groups an agency belongs to, the narrower first. */
export const groupsOf = (agencyKind: string): readonly IndicatorGroup[] => [
  agencyKind === 'province' ? 'localities' : 'ministries',
  'national',
];

/**
 * The target an agency is held against: its own, else the rate set for its group. A count set for a group is what
 * all its members reach together, so none of them is held against it.
 */
export function targetFor(
  unit: UnitOfMeasure,
  own: number | null,
  ofGroups: readonly (number | null)[],
): number | null {
  if (own !== null || unit === 'count') return own;
  return ofGroups.find((target) => target !== null) ?? null;
}

/** The best first; those that say the same by code. */
export function bestFirst<T extends { readonly value: number; readonly code: string }>(
  better: Better,
  rows: readonly T[],
): T[] {
  const sign = better === 'higher' ? -1 : 1;
  return [...rows].sort((a, b) => sign * (a.value - b.value) || (a.code < b.code ? -1 : 1));
}
