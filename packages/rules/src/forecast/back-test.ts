import type { WorkingCalendar } from '../calendar.ts';
import type { LegalDate } from '../day.ts';
import { forecast } from './forecast.ts';
import { knownOn, type Past } from './history.ts';
import type { Dates } from './quantile.ts';

/** How forecasts made in the past came true. Of those `judged`: how many true days were not after, or within. */
export interface Held {
  readonly judged: number;
  /** Not done even now, while the range is not over: nobody can tell yet. */
  readonly undecided: number;
  readonly by50: number;
  readonly by85: number;
  readonly by95: number;
  /** Within the range of the middle 85. */
  readonly inRange: number;
  readonly beforeRange: number;
  readonly afterRange: number;
}

interface Asked {
  readonly past: readonly Past[];
  /** The days on which a forecast is made from what was known then. */
  readonly days: readonly LegalDate[];
  /** Until when the past is known. */
  readonly until: LegalDate;
  readonly calendar: WorkingCalendar;
  readonly seed: number;
  readonly runs?: number;
}

export function backTest({ past, days, until, calendar, ...question }: Asked): Held {
  const countedOn = new Map(past.map((one) => [one.code, one.countedOn]));
  const results = days.flatMap((today) => {
    const known = { ...knownOn(past, today, calendar), today, calendar };
    const { documents } = forecast(
      { ...known, waiting: [], settled: [], counted: 0, baseline: 0 },
      { ...question, targets: [] },
    );
    return documents.flatMap(
      ({ code, dates }) => verdict(dates, countedOn.get(code) ?? null, until) ?? 'undecided',
    );
  });
  const judged = results.filter((result) => result !== 'undecided');
  const count = (holds: (result: (typeof judged)[number]) => boolean) => judged.filter(holds).length;
  return {
    judged: judged.length,
    undecided: results.length - judged.length,
    by50: count((result) => result.by50),
    by85: count((result) => result.by85),
    by95: count((result) => result.by95),
    inRange: count((result) => result.range === 'in'),
    beforeRange: count((result) => result.range === 'before'),
    afterRange: count((result) => result.range === 'after'),
  };
}

/** Null while it is open: what is not done on the last day known is later than that day, and no more is known. */
function verdict(dates: Dates, countedOn: LegalDate | null, until: LegalDate) {
  if (countedOn === null || countedOn > until) {
    // Late for certain once every day told is over; otherwise it may still come true.
    const over = until >= dates.to && until >= dates[95];
    return over ? ({ by50: false, by85: false, by95: false, range: 'after' } as const) : null;
  }
  return {
    by50: countedOn <= dates[50],
    by85: countedOn <= dates[85],
    by95: countedOn <= dates[95],
    range: countedOn < dates.from ? 'before' : countedOn > dates.to ? 'after' : 'in',
  } as const;
}
