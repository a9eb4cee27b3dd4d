import { type Kysely, sql } from 'kysely';

/** A programme is public under the licence of its open data; without one it is not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table programme add column public_licence text`.execute(db);
}
