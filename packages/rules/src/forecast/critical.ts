import { quantile } from './quantile.ts';
import type { Group } from './programme.ts';
import type { Waiting } from './work.ts';

/** A document that moves the day on which all that is in work counts. */
export interface Critical {
  readonly code: string;
  /** Of 10,000 runs: in how many nothing is later. */
  readonly lastOf10000: number;
  /** Calendar days by which the 85 % day of the programme comes nearer if it were done today. */
  readonly daysGained: number;
}

/** Those that move the programme's day most, first. Work no procedure waits for moves nothing. */
export function criticalOf(
  waiting: readonly Waiting[],
  daysOf: ReadonlyMap<string, Int32Array>,
  settled: readonly Group[],
  runs: number,
  most: number,
): Critical[] {
  const codes = [...new Set(waiting.flatMap(({ on }) => on))].toSorted();
  // What has its day already moves nothing, and holds the programme's day where it is.
  const latest = new Int32Array(runs);
  for (const { days } of settled) {
    for (const [run, day] of days.entries()) latest[run] = Math.max(latest[run] ?? 0, day);
  }
  const nextLatest = latest.slice();
  const last = new Int32Array(runs).fill(-1);
  for (const [index, code] of codes.entries()) {
    const days = daysOf.get(code);
    for (let run = 0; run < runs; run += 1) {
      const day = days?.[run] ?? 0;
      if (day > (latest[run] ?? 0) || (last[run] === -1 && day === latest[run])) {
        nextLatest[run] = latest[run] ?? 0;
        latest[run] = day;
        last[run] = index;
      } else if (day > (nextLatest[run] ?? 0)) nextLatest[run] = day;
    }
  }
  const day85 = quantile(latest.toSorted(), 850);
  return codes
    .flatMap((code): Critical[] => {
      const days = daysOf.get(code);
      if (!days?.some((day, run) => day === latest[run])) return [];
      // Without it, the next latest of each run in which it alone was last.
      const without = latest.map((day, run) =>
        codes[last[run] ?? -1] === code ? (nextLatest[run] ?? 0) : day,
      );
      const times = days.reduce((sum, day, run) => (day === latest[run] ? sum + 1 : sum), 0);
      return [
        {
          code,
          lastOf10000: Math.round((times * 10_000) / runs),
          daysGained: day85 - quantile(without.toSorted(), 850),
        },
      ];
    })
    .toSorted(
      (a, b) => b.daysGained - a.daysGained || b.lastOf10000 - a.lastOf10000 || (a.code < b.code ? -1 : 1),
    )
    .slice(0, most);
}
