import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

/** The operation that sees somebody off and has not ended, or null. */
export async function leavingOf(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('operation')
    .select('id')
    .where('kind', '=', 'leaving')
    .where('state', 'not in', ['done', 'cancelled'])
    .where(sql<boolean>`parameters -> 'person' ->> 'id' = ${personId}`)
    .executeTakeFirst();
  return row?.id ?? null;
}
