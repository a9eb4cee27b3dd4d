import { type Kysely, sql } from 'kysely';

/**
 * Versions of the texts around a report's figures, by programme and language. Version 1 is the product's own and no
 * row; so reports made before were made with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report_template (
      programme text collate "C" not null,
      language text collate "C" not null,
      version integer not null,
      texts jsonb not null,
      reason text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      primary key (programme, language, version)
    )`.execute(db);
  await sql`alter table report add column template_version integer not null default 1`.execute(db);
}
