import { Worker } from 'node:worker_threads';
import { forecastFacts } from '@tinhgon/database/queries/forecast/forecast-facts';
import type { Db } from '@tinhgon/database/schema';
import type { AsAt } from '@tinhgon/rules/counting';
import type { Forecast, Known, Question } from '@tinhgon/rules/forecast/forecast';
import { knownFrom } from '@tinhgon/rules/forecast/known-from';
import pLimit from 'p-limit';
import { Refusal } from '../errors/refusal.ts';
import { keepFor } from '../keep-for.ts';
import { asAtOf } from '../routes/as-at.ts';

const THREAD = new URL(import.meta.url.replace('/forecasts.', '/forecast-thread.'));
/** Shares of the baseline whose day is told. */
const TARGETS = [90, 95, 100];
/** An answer is the same for ever; it is kept while somebody reads on. */
const KEEP_MS = 5 * 60_000;
const RECENT_MS = 60_000;
/** A forecast of 2,000 documents takes about six seconds of one processor. */
const LONGEST_MS = 60_000;
const HEAP_MB = 512;
/** Who would wait longer than for so many others is told to come back. */
const MOST_WAITING = 10;

export interface ForecastTask {
  readonly known: Known;
  readonly question: Question;
}

export type Asked = AsAt & { readonly programme: string } & Pick<Question, 'seed' | 'whatIfs'>;

export interface Forecasts {
  /** @throws Refusal UNAVAILABLE when too many are waited for already. */
  readonly of: (asked: Asked) => Promise<Forecast>;
  /** Of a programme as things stood in the last minute: what many pages show beside other things. */
  readonly recent: (programme: string) => Promise<AsAt & { readonly answer: Forecast }>;
}

/** Forecasts one at a time and in a thread of their own, so that no other answer waits for them. */
export function createForecasts(db: Db): Forecasts {
  const oneAtATime = pLimit(1);
  const kept = keepFor(KEEP_MS, async (what) => {
    if (oneAtATime.pendingCount >= MOST_WAITING) throw new Refusal({ code: 'UNAVAILABLE' });
    return oneAtATime(async () => {
      const { programme, asAt, knownAt, ...question } = JSON.parse(what) as Asked;
      const known = knownFrom(await forecastFacts(db, programme, { asAt, knownAt }));
      return inThread({ known, question: { ...question, targets: TARGETS } });
    });
  });
  const of: Forecasts['of'] = ({ programme, asAt, knownAt, seed, whatIfs = [] }) =>
    kept(JSON.stringify({ programme, asAt, knownAt, seed, whatIfs }));
  const recent = keepFor(RECENT_MS, async (programme) => {
    const asked = await asAtOf(db, {});
    return { ...asked, answer: await of({ programme, ...asked, seed: 1 }) };
  });
  return { of, recent };
}

function inThread(task: ForecastTask): Promise<Forecast> {
  const thread = new Worker(THREAD, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const tooLong = setTimeout(() => void thread.terminate(), LONGEST_MS);
  return new Promise<Forecast>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the forecast's thread ended with ${code}`)));
  }).finally(() => clearTimeout(tooLong));
}
