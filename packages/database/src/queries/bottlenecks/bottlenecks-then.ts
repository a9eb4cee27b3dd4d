import type { Actor } from '@tinhgon/rules/actor';
import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import type { BottleneckSummary } from '@tinhgon/rules/views/bottleneck';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { ReadOn } from '../reader.ts';
import { bottleneckSummaries } from './bottleneck-summaries.ts';
import { bottlenecksOn, matching } from './list-bottlenecks.ts';
import { statesThen } from './states-then.ts';

const PAGE = 500;

export type OnPastDay = ReadOn & Required<Pick<ReadOn, 'past'>>;

/** One bottleneck as a report has it. */
export interface BottleneckThen {
  readonly summary: BottleneckSummary;
  readonly state: BottleneckState;
}

/** How many bottlenecks there were for a reader on a day. */
export async function countBottlenecksThen(db: Db, actor: Actor, on: OnPastDay): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${bottlenecksOn(on)} where ${matching(actor, {}, on)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** All of them by their codes, as they stood then, read page by page. */
export async function* bottlenecksThen(db: Db, actor: Actor, on: OnPastDay): AsyncGenerator<BottleneckThen> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ code: string }>`
      select b.code from ${bottlenecksOn(on)} where ${matching(actor, {}, on)} and b.code > ${after}
      order by b.code limit ${PAGE}`.execute(db);
    const codes = rows.map(({ code }) => code);
    const states = await statesThen(db, codes, on.past);
    const summaries = await bottleneckSummaries(db, states, on);
    for (const [at, state] of states.entries()) {
      const summary = summaries[at];
      if (summary) yield { summary, state };
    }
    if (codes.length < PAGE) return;
    after = codes.at(-1) ?? '';
  }
}
