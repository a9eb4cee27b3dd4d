import { type Kysely, sql } from 'kysely';

/**
 * Reports that were made: what was asked, what came out, and the files, whose bytes lie with those of all files. A
 * report is no part of the record: it can be made again from it, and says by its two days from what.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report (
      id uuid primary key,
      programme text collate "C" not null,
      as_at date not null,
      known_at timestamptz not null,
      language text collate "C" not null,
      state text collate "C" not null,
      done integer not null default 0,
      total integer not null default 0,
      asked_by_id text collate "C" not null,
      asked_by_name text not null,
      asked_at timestamptz not null,
      finished_at timestamptz,
      simplified integer,
      baseline integer
    )`.execute(db);
  await sql`create index report_newest on report (asked_at desc, id desc)`.execute(db);
  await sql`
    create table report_file (
      report uuid not null references report on delete cascade,
      format text collate "C" not null,
      annex text collate "C",
      name text not null,
      bytes integer not null,
      sha256 text collate "C" not null references file_blob,
      unique nulls not distinct (report, format, annex)
    )`.execute(db);
  await sql`create index report_file_bytes on report_file (sha256)`.execute(db);
}
