import type { CostSums, CostView } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { cellCtes } from '../counting/counted.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { type AskedCost, isProposed, sumsOf, type SumsRow, sumsOfYear } from './cost-sums.ts';

/** Each page adds up the cells anew, so that it is a long one. */
const PAGE = 5_000;

type Line = Pick<CostView['byMinistry'][number], 'agency' | 'counted'>;
interface Row extends SumsRow {
  ministry: string | null;
  saved: number;
  to_be_saved: number;
}

/** CTE `line`: what counts of each agency that has a cost sheet, as `programmeCost` has it. */
const lineCte = (asked: AskedCost) => sql`
  ${cellCtes(asked, asked.programme)},
  counted as (select ministry, ${sumsOfYear} from cell where counts_on <= ${asked.asAt}::date group by ministry),
  proposed as (
    select ministry, sum(p.current::float8) - sum(p.proposed::float8) as saving
    from proposed_cell p join in_charge using (ministries) where ${isProposed(asked)} group by ministry
  ),
  line as (
    select counted.*, counted.current - counted.proposed as saved, coalesce(proposed.saving, 0) as to_be_saved
    from counted left join proposed on proposed.ministry is not distinct from counted.ministry
    where sheets > 0
  )`;

/** What counts and what is proposed in all, and how many agencies have a part in what counts. */
export async function costInAll(
  db: Db,
  asked: AskedCost,
): Promise<{ readonly counted: CostSums; readonly proposed: CostSums; readonly agencies: number }> {
  const { rows } = await sql<SumsRow & { of: 'counted' | 'proposed' | 'agencies' }>`
    with ${lineCte(asked)}
    select 'counted' as of, ${sumsOfYear} from counted
    union all
    select 'proposed', ${sumsOfYear} from proposed_cell p where ${isProposed(asked)}
    union all
    select 'agencies', count(*)::int, 0, 0, 0, 0, 0 from line`.execute(db);
  const of = (what: string) => rows.find((row) => row.of === what);
  return {
    counted: sumsOf(of('counted')),
    proposed: sumsOf(of('proposed')),
    agencies: of('agencies')?.procedures ?? 0,
  };
}

/** Agencies with a part in what counts, in the order of the screen, read page by page. */
export async function* costOfAgencies(db: Db, asked: AskedCost, page = PAGE): AsyncGenerator<Line> {
  const order = sql`ministry is null, -saved, -to_be_saved, coalesce(ministry, '')`;
  let after = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      with ${lineCte(asked)} select * from line ${after} order by ${order} limit ${page}`.execute(db);
    const refOf = await agencyRefsThen(
      db,
      rows.flatMap(({ ministry }) => ministry ?? []),
      asked,
    );
    for (const row of rows) {
      yield { agency: row.ministry === null ? null : refOf(row.ministry), counted: sumsOf(row) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = sql`where (${order}) > (${last.ministry === null}::boolean, ${-last.saved}::float8,
      ${-last.to_be_saved}::float8, ${last.ministry ?? ''}::text)`;
  }
}
