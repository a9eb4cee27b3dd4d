import type { WorkingCalendar } from '../calendar.ts';
import type { StepKey } from '../vocabulary.ts';
import type { LegalDate } from '../day.ts';
import { DaysAhead } from './ahead.ts';
import { type Critical, criticalOf } from './critical.ts';
import { type Basis, Groups } from './groups.ts';
import { Lags } from './lags.ts';
import { type ProgrammeForecast, programmeForecast } from './programme.ts';
import { type Dates, datesOf } from './quantile.ts';
import { walk } from './walk.ts';
import type { WhatIf } from './what-if.ts';
import type { Lag, OpenWork, Visit, Waiting } from './work.ts';

/** Runs of every document. With so many, a share of runs is off by two in a hundred or less, 19 times of 20. */
export const RUNS = 2_000;
/** Documents that are told to move the programme's day most. */
const MOST_CRITICAL = 10;

/** All that a forecast is reckoned from, as known at one moment. */
export interface Known {
  readonly today: LegalDate;
  readonly calendar: WorkingCalendar;
  readonly visits: readonly Visit[];
  readonly lags: readonly Lag[];
  readonly work: readonly OpenWork[];
  readonly waiting: readonly Waiting[];
  /** Procedures that will count on a day known already: all is done, and a document comes into force then. */
  readonly settled: readonly { readonly countsOn: LegalDate; readonly procedures: number }[];
  /** Procedures of the baseline that count today. */
  readonly counted: number;
  readonly baseline: number;
}

export interface DocumentForecast {
  readonly code: string;
  readonly agency: string;
  /** Where it stands. */
  readonly at: StepKey;
  /** Procedures that wait for it. */
  readonly procedures: number;
  readonly dates: Dates;
  /** What the weakest founded of its steps rests on. */
  readonly basis: Basis;
  /** It has stood at its step longer than any that was seen. */
  readonly beyond: boolean;
}

export interface Forecast {
  readonly seed: number;
  readonly runs: number;
  readonly documents: readonly DocumentForecast[];
  readonly programme: ProgrammeForecast;
  readonly critical: readonly Critical[];
}

export interface Question {
  readonly seed: number;
  /** Shares of the baseline, in percent, whose day is asked for. */
  readonly targets: readonly number[];
  readonly whatIfs?: readonly WhatIf[];
  readonly runs?: number;
}

/** When each open document counts, and the programme. The same answer for the same knowledge and seed, for ever. */
export function forecast(known: Known, { seed, targets, whatIfs = [], runs = RUNS }: Question): Forecast {
  const ahead = new DaysAhead(known.calendar, known.today);
  const with_ = { seed, groups: new Groups(known.visits), lags: new Lags(known.lags), ahead, whatIfs };
  const walked = known.work
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((work) => ({ ...work, ...walk(work, runs, with_) }));
  const procedures = proceduresOf(known.waiting);
  const daysOf = new Map(walked.map(({ code, days }) => [code, days]));
  const settled = known.settled.map(({ countsOn, procedures }) => {
    const days = new Int32Array(runs).fill(Math.max(ahead.daysUntil(countsOn), 0));
    return { procedures, days };
  });
  return {
    seed,
    runs,
    documents: walked.map(({ code, agency, at, days, basis, beyond }) => ({
      code,
      agency,
      at,
      procedures: procedures.get(code) ?? 0,
      dates: datesOf(days, ahead),
      basis,
      beyond,
    })),
    programme: programmeForecast({ ...known, targets, settled }, daysOf, runs, ahead),
    critical: criticalOf(known.waiting, daysOf, settled, runs, MOST_CRITICAL),
  };
}

function proceduresOf(waiting: readonly Waiting[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { procedures, on } of waiting) {
    for (const code of on) sums.set(code, (sums.get(code) ?? 0) + procedures);
  }
  return sums;
}
