import { type Kysely, sql } from 'kysely';

/** How an agency's own spreadsheets become rows of an import, by the kind of import and the headings they have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_mapping (
      agency text collate "C" not null,
      kind text not null,
      heading_set text collate "C" not null,
      version integer not null,
      headings jsonb not null,
      mapping jsonb not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      primary key (agency, kind, heading_set)
    )`.execute(db);
}
