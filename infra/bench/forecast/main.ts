/**
 * How often forecasts made in the past held, and what a forecast costs.
 *
 *   node infra/bench/forecast/main.ts [documents, 1000] [seed, 1]
 *
 * Generates documents of four years with every step's days, then stands at each month's end of two years, forecasts what
 * was open from what was known that day, and compares with what came. Both worlds of `process.ts`.
 */
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays, type LegalDate } from '@tinhgon/rules/day';
import { backTest } from '@tinhgon/rules/forecast/back-test';
import { forecast, RUNS } from '@tinhgon/rules/forecast/forecast';
import { knownOn } from '@tinhgon/rules/forecast/history';
import { z } from 'zod';
import { generate, type World } from './process.ts';

const documents = z.coerce.number().int().min(50).max(20_000).default(1_000).parse(process.argv[2]);
const seed = z.coerce.number().int().default(1).parse(process.argv[3]);
const UNTIL = '2030-12-31';
const WORLDS: readonly World[] = ['even', 'uneven'];

const percent = (part: number, whole: number) => `${Math.round((1_000 * part) / whole) / 10} %`;

/** The last days of the months from January 2022 to December 2023: two years were seen before the first. */
const monthEnds: LegalDate[] = Array.from({ length: 24 }, (_, index) => {
  const year = 2022 + Math.floor((index + 1) / 12);
  return addDays(`${year}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`, -1);
});

const held: Record<string, object> = {};
for (const world of WORLDS) {
  const past = generate(documents, world, seed);
  const result = backTest({ past, days: monthEnds, until: UNTIL, calendar: VIETNAM_CALENDAR, seed });
  const share = (part: number) => percent(part, result.judged);
  held[world] = {
    forecasts: result.judged,
    undecided: result.undecided,
    'by the 50 % day': share(result.by50),
    'by the 85 % day': share(result.by85),
    'by the 95 % day': share(result.by95),
    'in the 85 % range': share(result.inRange),
    before: share(result.beforeRange),
    after: share(result.afterRange),
  };
}
console.table(held);

const today = '2022-06-30';
const past = generate(4 * documents, 'uneven', seed);
const known = { ...knownOn(past, today, VIETNAM_CALENDAR), today, calendar: VIETNAM_CALENDAR };
const waiting = known.work.map(({ code }) => ({ procedures: 50, on: [code] }));
const inWork = 50 * waiting.length;
const start = process.cpuUsage();
forecast({ ...known, waiting, settled: [], counted: 0, baseline: inWork }, { seed, targets: [90, 100] });
const { user, system } = process.cpuUsage(start);
console.log(
  `${known.work.length} open documents × ${RUNS} runs, from ${known.visits.length} visits: ${Math.round((user + system) / 1_000)} ms of one processor`,
);
