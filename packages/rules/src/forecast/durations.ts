import type { StepKey } from '../vocabulary.ts';
import type { Visit } from './work.ts';

/** How long a step takes, and whether it comes back, as shares of all visits: `upTo[i]` of them end with line `i` or before. */
export interface Durations {
  readonly days: readonly number[];
  readonly backTo: readonly (StepKey | null)[];
  readonly upTo: readonly number[];
  /** Visits that have ended. */
  readonly finished: number;
  /** How many of those took at least so many days. */
  readonly lasting: (days: number) => number;
}

/**
 * What visits of one group say. A step that still runs counts as well, as having taken at least as long as so far:
 * left out, the slow ones would be missing just because they are slow (Kaplan and Meier 1958). What cannot be said
 * beyond the longest that ended is put at that one (Efron 1967).
 */
export function durationsOf(visits: readonly Visit[]): Durations {
  const ended = visits.flatMap(({ days, ended: how }) =>
    how === 'running' ? [] : [{ days, backTo: how === 'on' ? null : how.backTo }],
  );
  const running = visits.filter((visit) => visit.ended === 'running').map(({ days }) => days);
  const lines = [...Map.groupBy(ended, ({ days, backTo }) => `${days}/${backTo ?? ''}`).values()]
    .flatMap((alike) => (alike[0] ? [{ ...alike[0], count: alike.length }] : []))
    .toSorted((a, b) => a.days - b.days || compare(a.backTo ?? '', b.backTo ?? ''));
  const atLeast = countAtLeast(ended.map(({ days }) => days));
  const runningBeyond = countAbove(running);
  const upTo: number[] = [];
  let still = 1;
  let told = 0;
  for (const onDay of Map.groupBy(lines, ({ days }) => days).values()) {
    const day = onDay[0]?.days ?? 0;
    const exposed = atLeast(day) + runningBeyond(day);
    const here = onDay.reduce((sum, { count }) => sum + count, 0);
    for (const { count } of onDay) upTo.push((told += (still * count) / exposed));
    still -= (still * here) / exposed;
  }
  // The rest of those that run longer than any has taken is spread over what was seen last, in its proportions.
  const lastDay = lines.at(-1)?.days;
  const from = lines.findIndex(({ days }) => days === lastDay);
  const before = upTo[from - 1] ?? 0;
  const end = upTo.at(-1) ?? 0;
  return {
    days: lines.map(({ days }) => days),
    backTo: lines.map(({ backTo }) => backTo),
    upTo: upTo.map((share, index) => {
      if (index === upTo.length - 1) return 1;
      return index < from ? share : before + ((share - before) / (end - before)) * (1 - before);
    }),
    finished: ended.length,
    lasting: atLeast,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function countAtLeast(values: readonly number[]): (floor: number) => number {
  const sorted = values.toSorted((a, b) => a - b);
  return (floor) => sorted.length - firstFrom(sorted, floor);
}
const countAbove = (values: readonly number[]): ((floor: number) => number) => {
  const atLeast = countAtLeast(values);
  return (floor) => atLeast(floor + 1);
};

/** Place of the first of `sorted` that is not below `floor`; its length when all are. */
export function firstFrom(sorted: readonly number[], floor: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < floor) low = middle + 1;
    else high = middle;
  }
  return low;
}
