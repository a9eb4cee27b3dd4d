/** The drawing's measures, in the units of its view box. */
export const FRAME = { width: 620, height: 232, left: 48, right: 568, top: 20, bottom: 204 } as const;

interface Month {
  readonly month: string;
  readonly simplified: number;
  readonly baseline: number | null;
}

const STEPS = [1, 2, 4, 5, 10];

/** A round distance of grid lines that gives two to five of them. */
export function tickStep(top: number): number {
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return (STEPS.find((step) => step * power >= rough) ?? 10) * power;
}

/** Where the lines, grid and labels of the cumulative count lie. At least two months. */
export function layOut(months: readonly Month[]) {
  const highest = Math.max(1, ...months.map((month) => Math.max(month.simplified, month.baseline ?? 0)));
  const x = (index: number) => FRAME.left + (index / (months.length - 1)) * (FRAME.right - FRAME.left);
  const y = (value: number) => FRAME.bottom - (value / highest) * (FRAME.bottom - FRAME.top);
  const at = (index: number, value: number) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`;

  const line = months
    .map((month, index) => `${index === 0 ? 'M' : 'L'}${at(index, month.simplified)}`)
    .join('');
  // A new baseline holds from its day on, so it is drawn as a step, with a gap where there is none.
  const baseline = months
    .map(({ baseline: value }, index) => {
      if (value === null) return '';
      const before = months[index - 1]?.baseline ?? null;
      return before === null ? `M${at(index, value)}` : `H${x(index).toFixed(1)}V${y(value).toFixed(1)}`;
    })
    .join('');
  const step = tickStep(highest);
  const ticks = Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step)
    // Too near the baseline's own label.
    .filter((value) => value === 0 || highest - value > step / 3)
    .map((value) => ({ value, y: y(value) }));
  const final = months[months.length - 1] as Month;
  return {
    line,
    baseline: {
      path: baseline,
      last: final.baseline === null ? null : { value: final.baseline, y: y(final.baseline) },
    },
    ticks,
    years: yearMarks(months).map(({ index, year }) => ({ year, x: x(index) })),
    last: { x: x(months.length - 1), y: y(final.simplified), value: final.simplified },
  };
}

const MOST_YEARS = 8;

function yearMarks(months: readonly Month[]): { readonly index: number; readonly year: string }[] {
  const all = months.flatMap(({ month }, index) =>
    month.slice(5, 7) === '01' ? [{ index, year: month.slice(0, 4) }] : [],
  );
  const every = Math.ceil(all.length / MOST_YEARS);
  return all.filter((_, position) => position % every === 0);
}
