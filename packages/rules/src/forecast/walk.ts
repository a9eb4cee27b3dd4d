import type { DaysAhead } from './ahead.ts';
import { firstFrom } from './durations.ts';
import { type Basis, BASES, type Groups, type Source } from './groups.ts';
import type { Lags } from './lags.ts';
import { numbersOf } from './random.ts';
import { daysEarlier, type Easing, eased, easingsOf, type WhatIf } from './what-if.ts';
import type { OpenWork } from './work.ts';

/** From then on a document that is returned again and again in one run goes through. */
const MOST_RETURNS = 10;

export interface Walked {
  /** Of each run: days from today until it counts. */
  readonly days: Int32Array;
  /** What the weakest founded of its steps rests on. */
  readonly basis: Basis;
  /** It has stood at its step longer than any before it. */
  readonly beyond: boolean;
}

interface Drawing {
  readonly soFar: number;
  readonly source: Source;
  readonly easing: Easing;
  readonly signs: boolean;
}

/**
 * One document or plan, `runs` times through what lies ahead of it. Each time it enters a step one finished visit is
 * drawn, its days and whether it came back together, so that returns come as often as they did. The days of a
 * running step are drawn from the visits that took at least as long.
 */
export function walk(
  work: OpenWork,
  runs: number,
  {
    seed,
    groups,
    lags,
    ahead,
    whatIfs,
  }: {
    readonly seed: number;
    readonly groups: Groups;
    readonly lags: Lags;
    readonly ahead: DaysAhead;
    readonly whatIfs: readonly WhatIf[];
  },
): Walked {
  const start = work.steps.findIndex(({ key }) => key === work.at);
  if (start < 0) throw new RangeError(`${work.code} stands at ${work.at}, which it has not`);
  const places = new Map(work.steps.map(({ key }, index) => [key, index]));
  const easings = easingsOf(work, whatIfs);
  const drawingOf = (index: number, soFar: number): Drawing | null => {
    const step = work.steps[index];
    const easing = easings[index];
    if (!step || !easing) return null;
    const source = groups.sourceOf(step, work.agency, soFar);
    return { source, easing, soFar: source.beyond ? 0 : soFar, signs: step.key === 'promulgate' };
  };
  const first = drawingOf(start, work.daysSoFar);
  const fresh = work.steps.map((_, index) => drawingOf(index, 0));
  const lag = lags.of(work.steps.find(({ key }) => key === 'promulgate')?.chain ?? '');
  const earlier = daysEarlier(work.code, whatIfs);
  const inForce = work.inForceOn === null ? null : ahead.daysUntil(work.inForceOn);
  const next = numbersOf(seed, work.code);
  const days = new Int32Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const lagDays = lag[Math.floor(next() * lag.length)] ?? 0;
    let at = start;
    let drawing = first;
    let passed = 0;
    let returns = 0;
    let inForceDay = inForce ?? 0;
    while (drawing) {
      const { source, soFar, easing, signs } = drawing;
      const line = lineAt(source, soFar, next());
      passed += eased(source.durations.days[line] ?? 0, soFar, source.durations.days[0] ?? 0, easing);
      const back = source.durations.backTo[line];
      const place = back && returns < MOST_RETURNS ? places.get(back) : undefined;
      if (place !== undefined && place <= at) {
        returns += 1;
        at = place;
      } else {
        if (signs && inForce === null) inForceDay = ahead.afterWorkingDays(passed) + lagDays;
        at += 1;
      }
      drawing = fresh[at] ?? null;
    }
    const counts = Math.max(ahead.afterWorkingDays(passed), inForceDay);
    days[run] = Math.max(counts - earlier, 0);
  }
  const sources = [first, ...fresh.slice(start + 1)].flatMap((drawing) => drawing?.source ?? []);
  const weakest = Math.max(...sources.map(({ basis }) => BASES.indexOf(basis)));
  return { days, basis: BASES[weakest] ?? 'clock', beyond: first?.source.beyond ?? false };
}

/** The line that a number from 0 to 1 falls on, among those of at least `soFar` days. */
function lineAt({ durations: { days, upTo } }: Source, soFar: number, number: number): number {
  const from = soFar === 0 ? 0 : firstFrom(days, soFar);
  const below = upTo[from - 1] ?? 0;
  const at = firstFrom(upTo, below + number * (1 - below));
  return Math.min(Math.max(at, from), days.length - 1);
}
