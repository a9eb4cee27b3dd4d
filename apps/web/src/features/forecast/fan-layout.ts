import { chartScale, lineThrough } from '../../components/chart-scale.ts';

interface Month {
  readonly month: string;
  readonly 50: number;
  readonly 85: number;
  readonly 95: number;
}

/** Where the band between what counts in 50 and in 95 of 100 runs lies, and the line of 85. At least two months. */
export function fanLayout(fan: readonly Month[], baseline: number) {
  // From what is sure at the first month's end: most of the count is done, and what comes is on top of it.
  const scale = chartScale(fan, Math.max(baseline, 1), fan[0]?.[95]);
  const { x, y, ticks, years } = scale;
  const upper = lineThrough(
    fan.map((month) => month[50]),
    scale,
  );
  const lower = fan
    .map((month, index) => `L${x(index).toFixed(1)} ${y(month[95]).toFixed(1)}`)
    .toReversed()
    .join('');
  return {
    band: `${upper}${lower}Z`,
    line: lineThrough(
      fan.map((month) => month[85]),
      scale,
    ),
    baseline: y(baseline),
    ticks,
    years,
  };
}
