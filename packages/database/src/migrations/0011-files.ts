import { type Kysely, sql } from 'kysely';

/**
 * Files attached to steps. `attached_file` is a function of the events; the bytes are kept once for each hash, in
 * pieces that a reader takes one at a time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attached_file (
      subject text collate "C" not null,
      file_id text collate "C" not null,
      version integer not null,
      step text collate "C" not null,
      kind text collate "C" not null,
      title text not null,
      name text not null,
      mime text collate "C" not null,
      bytes integer not null,
      sha256 text collate "C" not null,
      attached_at timestamptz not null,
      attached_by_id text collate "C" not null,
      attached_by_name text not null,
      detached_at timestamptz,
      detached_by_name text,
      detached_reason text,
      search text not null,
      primary key (subject, file_id, version)
    )`.execute(db);
  await sql`create index attached_file_id on attached_file (file_id)`.execute(db);
  await sql`create index attached_file_bytes on attached_file (sha256)`.execute(db);
  await sql`create index attached_file_search on attached_file using gin (search gin_trgm_ops)`.execute(db);
  await sql`create index event_file on event ((payload -> 'file' ->> 'sha256')) where type = 'fileAttached'`.execute(
    db,
  );
  await sql`
    create table file_blob (
      sha256 text collate "C" primary key,
      bytes integer not null,
      mime text collate "C" not null,
      stored_at timestamptz not null
    )`.execute(db);
  await sql`
    create table file_chunk (
      sha256 text collate "C" not null references file_blob on delete cascade,
      ordinal integer not null,
      data bytea not null,
      primary key (sha256, ordinal)
    )`.execute(db);
  // Compressed already, nearly all of it: trying again costs time and brings nothing.
  await sql`alter table file_chunk alter column data set storage external`.execute(db);
  await sql`
    create table file_upload (
      id text collate "C" primary key,
      person_id text collate "C" not null,
      bytes integer not null,
      at timestamptz not null
    )`.execute(db);
  await sql`comment on table file_upload is 'What each person has sent in the last day, for their quota.'`.execute(
    db,
  );
  await sql`create index file_upload_person on file_upload (person_id, at)`.execute(db);
  await sql`
    create table file_text (
      sha256 text collate "C" primary key references file_blob on delete cascade,
      state text collate "C" not null,
      tries integer not null,
      taken_at timestamptz,
      text text not null,
      search text not null
    )`.execute(db);
  await sql`create index file_text_pending on file_text (sha256) where state = 'pending'`.execute(db);
  await sql`create index file_text_search on file_text using gin (search gin_trgm_ops)`.execute(db);
}
