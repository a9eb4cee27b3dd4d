/** The drawing's measures, in the units of its view box. */
export const FRAME = { width: 620, height: 232, left: 48, right: 568, top: 20, bottom: 204 } as const;

const STEPS = [1, 2, 4, 5, 10];

/** A round distance of grid lines that gives two to five of them. */
export function tickStep(top: number): number {
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return (STEPS.find((step) => step * power >= rough) ?? 10) * power;
}

/** Where the numbers of `months` months from `lowest` up to `highest` lie, with the grid and the years. At least two months. */
export function chartScale(months: readonly { readonly month: string }[], highest: number, lowest = 0) {
  const x = (index: number) => FRAME.left + (index / (months.length - 1)) * (FRAME.right - FRAME.left);
  const step = tickStep(highest - lowest);
  const floor = Math.floor(lowest / step) * step;
  const y = (value: number) =>
    FRAME.bottom - ((value - floor) / (highest - floor)) * (FRAME.bottom - FRAME.top);
  const ticks = Array.from(
    { length: Math.floor((highest - floor) / step) + 1 },
    (_, index) => floor + index * step,
  )
    // Too near the label of the highest line.
    .filter((value) => value === floor || highest - value > step / 3)
    .map((value) => ({ value, y: y(value) }));
  const years = yearMarks(months).map(({ index, year }) => ({ year, x: x(index) }));
  return { x, y, ticks, years };
}

/** A line through one value for each month. */
export const lineThrough = (
  values: readonly number[],
  { x, y }: Pick<ReturnType<typeof chartScale>, 'x' | 'y'>,
): string =>
  values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');

const MOST_YEARS = 8;

function yearMarks(
  months: readonly { readonly month: string }[],
): { readonly index: number; readonly year: string }[] {
  const all = months.flatMap(({ month }, index) =>
    month.slice(5, 7) === '01' ? [{ index, year: month.slice(0, 4) }] : [],
  );
  const every = Math.ceil(all.length / MOST_YEARS);
  return all.filter((_, position) => position % every === 0);
}
