import type { CostView } from '@tinhgon/rules/views/cost';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { cellCtes } from '../counting/counted.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { type AskedCost, isProposed, sumsOf, type SumsRow, sumsOfYear } from './cost-sums.ts';

interface Row extends SumsRow {
  of: 'proposed' | 'counted';
  whole: boolean;
  ministry: string | null;
}

/** What following a programme's procedures costs in a year and what is saved of it, as at a day, with its parts. */
export async function programmeCost(db: Db, asked: AskedCost): Promise<CostView> {
  const sums = (of: Row['of'], cells: RawBuilder<unknown>) => sql`
    select ${of} as of, grouping(ministry) = 1 as whole, ministry, ${sumsOfYear}
    from ${cells} group by grouping sets ((), (ministry))`;
  const proposed = sql`proposed_cell p join in_charge using (ministries) where ${isProposed(asked)}`;
  const counted = sql`cell where counts_on <= ${asked.asAt}::date`;
  const { rows } = await sql<Row>`
    with ${cellCtes(asked, asked.programme)}
    ${sums('proposed', proposed)} union all ${sums('counted', counted)}`.execute(db);
  const parts = Map.groupBy(
    rows.filter((row) => !row.whole),
    (row) => row.ministry,
  );
  const refOf = await agencyRefsThen(
    db,
    [...parts.keys()].flatMap((code) => code ?? []),
    asked,
  );
  const find = (own: readonly Row[], of: Row['of']) => sumsOf(own.find((row) => row.of === of));
  const wholes = rows.filter((row) => row.whole);
  return {
    asAt: asked.asAt,
    knownAt: asked.knownAt,
    proposed: find(wholes, 'proposed'),
    counted: find(wholes, 'counted'),
    byMinistry: [...parts]
      .map(([code, own]) => ({
        agency: code === null ? null : refOf(code),
        proposed: find(own, 'proposed'),
        counted: find(own, 'counted'),
      }))
      .toSorted(
        (a, b) =>
          Number(a.agency === null) - Number(b.agency === null) ||
          b.counted.saving - a.counted.saving ||
          b.proposed.saving - a.proposed.saving ||
          (a.agency?.code ?? '').localeCompare(b.agency?.code ?? ''),
      ),
  };
}
