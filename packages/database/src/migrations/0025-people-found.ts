import { type Kysely, sql } from 'kysely';
import { searchKey } from '../search-key.ts';

/** People are found by their names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column search text not null default ''`.execute(db);
  const { rows } = await sql<{ id: string; name: string }>`select id, name from person`.execute(db);
  for (const { id, name } of rows) {
    await sql`update person set search = ${searchKey(name)} where id = ${id}`.execute(db);
  }
}
