import { type Kysely, sql } from 'kysely';

/** Remarks at the lines of plans and documents, for lists; their words stand in the events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table remark (
      subject text collate "C" not null,
      id text collate "C" not null,
      ordinal integer not null,
      procedure_code text collate "C",
      field text collate "C" not null,
      by_id text collate "C" not null,
      at timestamptz not null,
      answered_at timestamptz,
      resolved_at timestamptz,
      primary key (subject, id)
    )`.execute(db);
  await sql`create index remark_waiting on remark (subject) where answered_at is null and resolved_at is null`.execute(
    db,
  );
}
