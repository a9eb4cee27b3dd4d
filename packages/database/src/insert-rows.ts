import { sql } from 'kysely';
import type { Db, Schema } from './schema.ts';

const ROWS_A_STATEMENT = 5_000;

/**
 * Inserts many rows as one JSON parameter a statement: no limit of 65,535 parameters, and thousands of rows in
 * milliseconds. Every row has the same columns; JSON columns hold values, not text.
 */
export async function insertRows(
  trx: Db,
  table: keyof Schema,
  rows: readonly object[],
  { orIgnore = false } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT));
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)
      ${orIgnore ? sql`on conflict do nothing` : sql``}`.execute(trx);
  }
}
