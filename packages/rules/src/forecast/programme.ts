import { addDays, type LegalDate } from '../day.ts';
import type { DaysAhead } from './ahead.ts';
import { type Dates, datesOf, quantile } from './quantile.ts';
import type { Waiting } from './work.ts';

export interface ProgrammeForecast {
  /** Procedures of the baseline that count today. */
  readonly counted: number;
  readonly baseline: number;
  /** Procedures that wait for work which is open, or for the day a document comes into force. */
  readonly inWork: number;
  /** Procedures nothing is under way for: the forecast says nothing of them, and never reaches 100 % with them. */
  readonly withoutWork: number;
  /** When all that is in work counts; null with nothing in work. */
  readonly allWork: Dates | null;
  readonly targets: readonly TargetForecast[];
  readonly fan: readonly FanMonth[];
}

export interface TargetForecast {
  readonly percent: number;
  /** Procedures it takes. */
  readonly needed: number;
  /** Null when it is reached today, and when it cannot be reached by what is in work. */
  readonly dates: Dates | null;
  readonly reached: 'today' | 'ahead' | 'not-by-this-work';
}

/** What counts at the end of a month in at least so many of 100 runs. */
export interface FanMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly 50: number;
  readonly 85: number;
  readonly 95: number;
}

/** Ten years ahead the lines are hardly of use to anybody. */
const MOST_MONTHS = 120;

/** Procedures that count on the same day of each run. */
export interface Group {
  readonly procedures: number;
  readonly days: Int32Array;
}

interface Asked {
  readonly today: LegalDate;
  readonly counted: number;
  readonly baseline: number;
  readonly waiting: readonly Waiting[];
  readonly settled: readonly Group[];
  readonly targets: readonly number[];
}

/** @param daysOf of each piece of work: days from today until it counts, by run. */
export function programmeForecast(
  { today, counted, baseline, waiting, settled, targets }: Asked,
  daysOf: ReadonlyMap<string, Int32Array>,
  runs: number,
  ahead: DaysAhead,
): ProgrammeForecast {
  const groups: Group[] = [
    ...waiting.map(({ procedures, on }) => ({ procedures, days: lastOf(on, daysOf, runs) })),
    ...settled,
  ];
  const inWork = groups.reduce((sum, { procedures }) => sum + procedures, 0);
  const asked = targets.map((percent) => {
    const needed = neededFor(percent, baseline);
    return { percent, needed, more: needed - counted, days: new Int32Array(runs) };
  });
  const months = monthsFrom(today, ahead);
  const byMonth = new Int32Array(months.length * runs);
  const last = new Int32Array(runs);
  const order = new Float64Array(groups.length);
  for (let run = 0; run < runs; run += 1) {
    // Sorted by day: a number holds the day and, below it, the place of the group.
    for (const [index, { days }] of groups.entries()) {
      order[index] = (days[run] ?? 0) * groups.length + index;
    }
    order.sort();
    let sum = 0;
    let month = 0;
    for (const packed of order) {
      const day = Math.floor(packed / groups.length);
      const before = sum;
      for (; month < months.length && day > (months[month]?.lastDay ?? 0); month += 1) {
        byMonth[month * runs + run] = counted + sum;
      }
      sum += groups[packed % groups.length]?.procedures ?? 0;
      last[run] = day;
      for (const { more, days } of asked) if (before < more && sum >= more) days[run] = day;
    }
    for (; month < months.length; month += 1) byMonth[month * runs + run] = counted + sum;
  }
  return {
    counted,
    baseline,
    inWork,
    withoutWork: baseline - counted - inWork,
    allWork: groups.length === 0 ? null : datesOf(last, ahead),
    targets: asked.map(({ percent, needed, more, days }) => {
      const reached = more <= 0 ? 'today' : more <= inWork ? 'ahead' : 'not-by-this-work';
      return { percent, needed, reached, dates: reached === 'ahead' ? datesOf(days, ahead) : null };
    }),
    fan: fanOf(months, byMonth, runs, counted + inWork),
  };
}

/** Procedures a share takes: never fewer than it says. Hundredths of a percent, in integers. */
const neededFor = (percent: number, baseline: number): number =>
  Math.ceil((Math.round(percent * 100) * baseline) / 10_000);

function lastOf(codes: readonly string[], daysOf: ReadonlyMap<string, Int32Array>, runs: number): Int32Array {
  const [first, ...others] = codes.map((code) => {
    const days = daysOf.get(code);
    if (!days) throw new RangeError(`procedures wait for ${code}, which is not open`);
    return days;
  });
  if (!first) throw new RangeError('procedures that wait for nothing');
  if (others.length === 0) return first;
  const last = first.slice();
  for (const days of others) {
    for (let run = 0; run < runs; run += 1) last[run] = Math.max(last[run] ?? 0, days[run] ?? 0);
  }
  return last;
}

interface Month {
  readonly month: string;
  readonly lastDay: number;
}

function monthsFrom(today: LegalDate, ahead: DaysAhead): Month[] {
  const months: Month[] = [];
  for (let first = `${today.slice(0, 7)}-01`; months.length < MOST_MONTHS; ) {
    // The 28th and a few days lie in the next month, whatever the month.
    const next = `${addDays(first, 31).slice(0, 7)}-01`;
    months.push({ month: first.slice(0, 7), lastDay: ahead.daysUntil(addDays(next, -1)) });
    first = next;
  }
  return months;
}

/** Up to the month in which 95 of 100 runs have all that is in work. */
function fanOf(months: readonly Month[], byMonth: Int32Array, runs: number, all: number): FanMonth[] {
  const fan: FanMonth[] = [];
  for (const [index, { month }] of months.entries()) {
    const sorted = byMonth.subarray(index * runs, (index + 1) * runs).toSorted();
    const inAtLeast = (ofThousand: number) => -quantile(sorted.map((count) => -count).reverse(), ofThousand);
    const line = { month, 50: inAtLeast(500), 85: inAtLeast(850), 95: inAtLeast(950) };
    fan.push(line);
    if (line[95] >= all) break;
  }
  return fan;
}
