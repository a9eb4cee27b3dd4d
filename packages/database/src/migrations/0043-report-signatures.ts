import { type Kysely, sql } from 'kysely';

/**
 * That reports were signed, made from events; what came of holding each signed copy against its report; and the lines
 * it is held against, which reports made before have not kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report add column figures jsonb`.execute(db);
  await sql`
    create table report_signature (
      report uuid not null,
      version integer not null,
      number text not null,
      signed_on date not null,
      file_name text,
      mime text,
      bytes integer,
      sha256 text collate "C",
      originals jsonb not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      taken_back jsonb,
      primary key (report, version)
    )`.execute(db);
  await sql`create index report_signature_bytes on report_signature (sha256)`.execute(db);
  await sql`
    create table signed_copy_check (
      report uuid not null,
      sha256 text collate "C" not null,
      outcome text not null,
      missing jsonb not null,
      primary key (report, sha256)
    )`.execute(db);
}
