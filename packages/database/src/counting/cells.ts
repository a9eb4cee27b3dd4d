import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../schema.ts';

const CELLS = [
  {
    table: 'count_cell',
    by: ['known_from', 'known_to', 'ministries', 'document_code', 'measure', 'counts_on', 'counted_ministry'],
  },
  { table: 'part_cell', by: ['known_from', 'known_to', 'document_code', 'level', 'field', 'counts_on'] },
] as const;

/** Adds the periods of `from` (p, at a baseline's id) to the cells, or takes them away; empty cells stay for a moment. */
export async function addToCells(
  trx: Trx,
  baselineId: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  sign: 1 | -1,
): Promise<void> {
  for (const { table, by } of CELLS) {
    const key = sql.join(['programme', 'baseline_id', ...by].map((column) => sql.ref(column)));
    const own = sql.join(by.map((column) => sql.ref(`p.${column}`)));
    await sql`
      insert into ${sql.table(table)} (${key}, procedures)
      select p.programme, ${baselineId}, ${own}, ${sign}::integer * count(*)
      ${from}
      group by p.programme, ${baselineId}, ${own}
      on conflict (${key}) do update
        set procedures = ${sql.ref(`${table}.procedures`)} + excluded.procedures`.execute(trx);
  }
}

export async function dropEmptyCells(trx: Trx): Promise<void> {
  for (const { table } of CELLS) await sql`delete from ${sql.table(table)} where procedures = 0`.execute(trx);
}
