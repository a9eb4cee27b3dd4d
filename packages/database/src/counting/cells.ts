import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../schema.ts';
import { COST_SUMS } from './cost-sums.ts';

interface Cells {
  readonly table: 'count_cell' | 'measure_cell' | 'part_cell';
  readonly by: readonly string[];
  readonly sums: Readonly<Record<string, RawBuilder<unknown>>>;
  /** Periods that have no cell here. */
  readonly but?: RawBuilder<unknown>;
}

const procedures = sql`count(*)`;
const CELLS: readonly Cells[] = [
  {
    table: 'count_cell',
    by: ['known_from', 'known_to', 'ministries', 'document_code', 'counts_on', 'counted_ministry'],
    sums: COST_SUMS,
  },
  {
    table: 'measure_cell',
    by: ['known_from', 'known_to', 'ministries', 'measure', 'counts_on'],
    sums: { procedures },
    but: sql`p.measure is null`,
  },
  {
    table: 'part_cell',
    by: ['known_from', 'known_to', 'document_code', 'level', 'field', 'counts_on'],
    sums: { procedures },
  },
];

/** Adds the periods of `from` (p, at a baseline's id) to the cells, or takes them away; empty cells stay for a moment. */
export async function addToCells(
  trx: Trx,
  baselineId: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  sign: 1 | -1,
): Promise<void> {
  for (const { table, by, sums, but } of CELLS) {
    const key = sql.join(['programme', 'baseline_id', ...by].map((column) => sql.ref(column)));
    const own = sql.join(by.map((column) => sql.ref(`p.${column}`)));
    const columns = Object.keys(sums).map((column) => sql.ref(column));
    const cost = sums === COST_SUMS ? sql`left join measure_cost cost using (measure_hash)` : sql``;
    await sql`
      insert into ${sql.table(table)} (${key}, ${sql.join(columns)})
      select p.programme, ${baselineId}, ${own},
        ${sql.join(Object.values(sums).map((sum) => sql`${sign}::integer * ${sum}`))}
      ${from} ${cost}
      where ${where} ${but ? sql`and not (${but})` : sql``}
      group by p.programme, ${baselineId}, ${own}
      on conflict (${key}) do update set ${sql.join(
        columns.map((column) => sql`${column} = ${sql.table(table)}.${column} + excluded.${column}`),
      )}`.execute(trx);
  }
}

export async function dropEmptyCells(trx: Trx): Promise<void> {
  for (const { table } of CELLS) await sql`delete from ${sql.table(table)} where procedures = 0`.execute(trx);
}
