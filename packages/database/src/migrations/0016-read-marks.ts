import { type Kysely, sql } from 'kysely';

/** How far each person has read a plan or document, and how far they had before the visit they are on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table read_mark (
      person_id text collate "C" not null,
      subject text collate "C" not null,
      seq integer not null,
      at timestamptz not null,
      since_seq integer,
      since_at timestamptz,
      primary key (person_id, subject)
    )`.execute(db);
}
