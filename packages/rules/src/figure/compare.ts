import { sharePercent } from '../share.ts';
import type { Figure } from './figure.ts';

/** Our side of a figure: a part of the baseline as it stands on the figure's day. */
export interface OurCounts {
  readonly simplified: number;
  readonly inYear: number;
  /** Null before the first baseline. */
  readonly baseline: number | null;
}

export interface Comparison {
  /** Ours, as exact as we have it; null where there is none. */
  readonly ours: number | null;
  /** Printed minus ours, to as many decimals as were printed; null where there is no ours. */
  readonly difference: number | null;
}

/**
 * A printed figure beside ours. A share is compared as it was printed: 83 % agrees with 82.84 %, and 82.9 % does not.
 * What is printed as 100 % while one procedure is open does not agree.
 */
export function compare(
  { measure, value }: Pick<Figure, 'measure' | 'value'>,
  counts: OurCounts,
): Comparison {
  const decimals = value.split('.')[1]?.length ?? 0;
  const asPrinted = oursOf(measure, counts, decimals);
  if (asPrinted === null) return { ours: null, difference: null };
  const scale = 10 ** decimals;
  const units = (number: number) => Math.round(number * scale);
  return { ours: oursOf(measure, counts, 2), difference: (units(Number(value)) - units(asPrinted)) / scale };
}

function oursOf(
  measure: Figure['measure'],
  { simplified, inYear, baseline }: OurCounts,
  decimals: number,
): number | null {
  switch (measure) {
    case 'simplified':
      return simplified;
    case 'in-year':
      return inYear;
    case 'baseline':
      return baseline;
    case 'share':
      return baseline === null ? null : sharePercent(simplified, baseline, decimals);
  }
}

/** The parts of one report beside its whole. */
export interface Sums {
  readonly source: string;
  readonly asAt: string;
  readonly measure: Figure['measure'];
  readonly whole: number;
  readonly parts: number;
  /** Ministries of which a part was printed. */
  readonly printed: readonly string[];
}

/**
 * Reports whose printed parts do not add up to the whole they print (7,892 + 1,602 + 319 ≠ 9,831): by how much, and
 * of whom a part was printed. Shares do not add up and are left out.
 */
export function partsThatDoNotAddUp(figures: readonly Figure[]): Sums[] {
  const reports = Map.groupBy(
    figures.filter(({ measure }) => measure !== 'share'),
    ({ source, asAt, measure }) => JSON.stringify([source, asAt, measure]),
  );
  return [...reports.values()].flatMap((report) => {
    const whole = report.find(({ ministry }) => ministry === null);
    const parts = report.filter(({ ministry }) => ministry !== null);
    if (!whole || parts.length === 0) return [];
    const sum = parts.reduce((all, { value }) => all + Number(value), 0);
    if (sum === Number(whole.value)) return [];
    return [
      {
        source: whole.source,
        asAt: whole.asAt,
        measure: whole.measure,
        whole: Number(whole.value),
        parts: sum,
        printed: parts.flatMap(({ ministry }) => ministry ?? []),
      },
    ];
  });
}
