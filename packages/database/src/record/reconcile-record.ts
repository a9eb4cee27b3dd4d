import { sql } from 'kysely';
import type { Db, Trx } from '../schema.ts';
import { CURRENT_TABLES, type CurrentTable, currentTables } from './current-tables.ts';
import { rebuildWithin } from './rebuild.ts';
import { type BrokenLink, verifyChain } from './verify-chain.ts';

export interface RowDifference {
  readonly table: CurrentTable;
  /** The columns that name the row, as text. */
  readonly row: string;
  /** `extra` stands in the table without events, `missing` follows from events and is not there. */
  readonly problem: 'missing' | 'extra' | 'other-content';
}

export interface RecordReport {
  readonly broken: readonly BrokenLink[];
  readonly differences: readonly RowDifference[];
}

/**
 * Compares every current row with what the events say, by making the rows again beside the others and throwing
 * them away, and checks every hash. Changes nothing; while it runs, events wait in their outboxes.
 */
export async function reconcileRecord(db: Db): Promise<RecordReport> {
  const broken = await verifyChain(db);
  const trx = await db.startTransaction().execute();
  try {
    return { broken, differences: await compare(trx) };
  } finally {
    await trx.rollback().execute();
  }
}

async function compare(trx: Trx): Promise<RowDifference[]> {
  await sql`lock table head in share row exclusive mode`.execute(trx);
  for (const table of currentTables) {
    await sql`create temporary table ${found(table)} on commit drop as select * from ${sql.table(table)}`.execute(
      trx,
    );
  }
  await rebuildWithin(trx);
  const differences: RowDifference[] = [];
  for (const table of currentTables) {
    const key = sql.join(CURRENT_TABLES[table].map((column) => sql.ref(column)));
    const { rows } = await sql<RowDifference>`
      select ${table} as table, coalesce(f.key, r.key) as row,
        case when f.key is null then 'missing' when r.key is null then 'extra' else 'other-content' end as problem
      from (select concat_ws('/', ${key}) as key, t::text as content from ${found(table)} t) f
      full join (select concat_ws('/', ${key}) as key, t::text as content from ${sql.table(table)} t) r
        on f.key = r.key
      where f.content is distinct from r.content
      order by row`.execute(trx);
    differences.push(...rows);
  }
  return differences;
}

const found = (table: CurrentTable) => sql.table(`found_${table}`);
