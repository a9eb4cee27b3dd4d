import { sql } from 'kysely';
import type { Trx } from '../schema.ts';

/** How an imported plan or document stands to a further import. */
export interface Standing {
  /** The row it was last imported from. */
  readonly row: unknown;
  /** Its workflow has been started or may be at any moment: only people's commands change it now. */
  readonly live: boolean;
}

/** By subject; those the record does not know are missing. */
export async function importStandings(
  trx: Trx,
  kind: 'plan' | 'document',
  codes: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing & { code: string }>`
    select s.code,
      (select e.payload -> 'row' from current_event e
       where e.subject = ${`${kind}/`} || s.code and e.payload ? 'row' order by e.seq desc limit 1) as row,
      (s.phase not in ('done', 'refused', 'withdrawn')
        and not exists (select from pending_start p where p.subject = ${`${kind}/`} || s.code and not p.ready))
      or exists (select from current_event e where e.subject = ${`${kind}/`} || s.code
        and e.type not in ('planImported', 'documentImported')) as live
    from ${sql.table(kind)} s where s.code = any(${codes}::text[])`.execute(trx);
  return new Map(rows.map(({ code, row, live }) => [code, { row, live }]));
}
