import { type Kysely, sql } from 'kysely';

/** Which sets of keys that sign receipts the open workflows have been told of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table keys_told (
      root text collate "C" not null,
      number integer not null,
      at timestamptz not null,
      primary key (root, number)
    )`.execute(db);
}
