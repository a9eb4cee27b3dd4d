import type { DifferenceCause, DifferenceLine } from '@tinhgon/rules/views/difference';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import type { AgencyRef } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { procedureNamesThen } from '../then/names-then.ts';
import { baselinesOf } from './baselines-of.ts';
import { cellLinesCte, isKnownAtOnce, procedureLinesCte, type TwoBaselines } from './known-at-once.ts';
import { daysCtes, linesCte, type TwoDays } from './standing-cte.ts';

interface Row {
  code: string;
  cause: DifferenceCause;
  simplified: number;
  baseline: number;
  was_in: boolean;
  is_in: boolean;
  ministry_before: string | null;
  ministry_after: string | null;
  counted_on: string | null;
  counts_on: string | null;
  document_code: string | null;
  known_since: string | null;
  total: number;
}

const place = z.tuple([word(60)]);

/** The procedures that stand otherwise on the second day, by code; of one cause or of all. */
export async function differenceBetween(
  db: Db,
  asked: TwoDays & {
    readonly cause?: DifferenceCause | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: DifferenceLine[]; total: number; nextCursor: string | null }> {
  const [last] = placeOf(place, asked.cursor) ?? [''];
  const which = asked.cause === undefined ? sql`cause is not null` : sql`cause = ${asked.cause}`;
  const baselines = await baselinesOf(db, asked);
  const atOnce = isKnownAtOnce(asked, baselines);
  const total = atOnce ? await addedUp(db, asked, baselines, which) : null;
  if (total === 0) return { items: [], total, nextCursor: null };
  const { rows } = await sql<Row>`
    with ${daysCtes(asked)}, ${atOnce ? procedureLinesCte(asked, baselines) : linesCte(asked)},
    asked as (select * from line where ${which})
    select asked.*, counts::int - counted::int as simplified, is_measured::int - was_measured::int as baseline,
      ${total === null ? sql`(select count(*)::int from asked)` : sql`${total}::int`} as total
    from asked where code > ${last} order by code limit ${asked.limit + 1}`.execute(db);
  const page = rows.slice(0, asked.limit);
  const [before, after, names] = await Promise.all([
    agencyRefsThen(
      db,
      page.map((row) => row.ministry_before ?? ''),
      asked.from,
    ),
    agencyRefsThen(
      db,
      page.map((row) => row.ministry_after ?? ''),
      asked.to,
    ),
    procedureNamesThen(
      db,
      page.map((row) => row.code),
      asked.to,
    ),
  ]);
  const sideOf = (isThere: boolean, ministry: AgencyRef | null, countsOn: string | null) =>
    isThere ? { ministry, countsOn } : null;
  const refIn = (refOf: typeof before, ministry: string | null) =>
    ministry === null ? null : refOf(ministry);
  const end = rows.length > asked.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      code: row.code,
      name: names.get(row.code) ?? { vi: row.code, en: null },
      cause: row.cause,
      simplified: row.simplified,
      baseline: row.baseline,
      from: sideOf(row.was_in, refIn(before, row.ministry_before), row.counted_on),
      to: sideOf(row.is_in, refIn(after, row.ministry_after), row.counts_on),
      document: row.document_code,
      knownSince: row.known_since,
    })),
    total: rows[0]?.total ?? 0,
    nextCursor: end ? cursorOf([end.code]) : null,
  };
}

/** How many lines there are of those asked for. */
async function addedUp(
  db: Db,
  asked: TwoDays,
  baselines: TwoBaselines,
  which: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with ${daysCtes(asked)}, ${cellLinesCte(asked, baselines)}
    select coalesce(sum(procedures), 0)::int as total from line where ${which}`.execute(db);
  return rows[0]?.total ?? 0;
}
