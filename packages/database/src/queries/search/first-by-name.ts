import { type RawBuilder, sql } from 'kysely';
import { searchKey } from '../../search-key.ts';

/** So many by name are looked at before all are. */
const NEAR = 2_000;

/** A table of many rows that have a name, and what its rows must hold to be found. */
export interface Named {
  readonly table: 'procedure' | 'plan';
  /** What stands in `found` for a row, beside its kind and code. */
  readonly columns: RawBuilder<unknown>;
  readonly name: string;
  /** On the table's own columns: the best matches, and all of them. */
  readonly own: RawBuilder<boolean>;
  readonly any: RawBuilder<boolean>;
}

/**
 * Query of the CTE `near_…` and of at least the first of a table in the order of a search: those of their own words first, then whose
 * code begins with what was asked, then by name. Where enough of the first by name match, which words that many hold
 * see to, no other row is read; only where they don't, all that match are gathered.
 */
export function firstByName(asked: { readonly q: string; readonly limit: number }, named: Named) {
  const { table, columns, name, own, any } = named;
  const near = sql.table(`near_${table}`);
  const begins = codeBegins(asked.q);
  const line = sql`select ${sql.lit(table)} as kind, code, ${columns}`;
  return {
    near: sql`
      select * from (
        select * from ${sql.table(table)} order by ${sql.ref(name)} collate "vi-x-icu", code limit ${NEAR}
      ) ${sql.table(table)} where ${own}`,
    found: sql`
      ${line} from ${near}
      union
      ${line} from ${sql.table(table)}
      where (select count(*) from ${near} where ${begins}) < ${asked.limit}
        and (select count(*) from ${near}) >= ${asked.limit} and ${begins} and ${own}
      union
      ${line} from ${sql.table(table)} where (select count(*) from ${near}) < ${asked.limit} and ${any}`,
  };
}

/** Whether the column `code` begins with what was asked. */
export const codeBegins = (q: string): RawBuilder<boolean> =>
  sql<boolean>`lower(code) like ${`${searchKey(q).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`;
