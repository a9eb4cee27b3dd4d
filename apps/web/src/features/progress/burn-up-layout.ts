import { chartScale, lineThrough } from '../../components/chart-scale.ts';

interface Month {
  readonly month: string;
  readonly simplified: number;
  readonly baseline: number | null;
}

/** Where the lines, grid and labels of the cumulative count lie. At least two months. */
export function layOut(months: readonly Month[]) {
  const highest = Math.max(1, ...months.map((month) => Math.max(month.simplified, month.baseline ?? 0)));
  const scale = chartScale(months, highest);
  const { x, y, ticks, years } = scale;
  // A new baseline holds from its day on, so it is drawn as a step, with a gap where there is none.
  const baseline = months
    .map(({ baseline: value }, index) => {
      if (value === null) return '';
      const before = months[index - 1]?.baseline ?? null;
      const [right, height] = [x(index).toFixed(1), y(value).toFixed(1)];
      return before === null ? `M${right} ${height}` : `H${right}V${height}`;
    })
    .join('');
  const final = months[months.length - 1] as Month;
  return {
    line: lineThrough(
      months.map(({ simplified }) => simplified),
      scale,
    ),
    baseline: {
      path: baseline,
      last: final.baseline === null ? null : { value: final.baseline, y: y(final.baseline) },
    },
    ticks,
    years,
    last: { x: x(months.length - 1), y: y(final.simplified), value: final.simplified },
  };
}
