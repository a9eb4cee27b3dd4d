import { type Kysely, sql } from 'kysely';

/** What an agency calls a kept mapping, and whether it has done away with it; both follow from events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table import_mapping add column name text, add column removed boolean not null default false`.execute(
    db,
  );
}
