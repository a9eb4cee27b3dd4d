import { type Kysely, sql } from 'kysely';

/** Names an agency bore before under the same code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table agency add column former_names jsonb not null default '[]'`.execute(db);
}
