import { type Kysely, sql } from 'kysely';

/** What is no part of the record: sessions, drafts, preferences, and work still to be done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session (
      id_hash text collate "C" primary key,
      person_id text collate "C" not null,
      data jsonb not null,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index session_expires on session (expires_at)`.execute(db);
  await sql`
    create table preference (
      person_id text collate "C" primary key,
      language text not null
    )`.execute(db);
  await sql`
    create table draft (
      person_id text collate "C" not null,
      key text collate "C" not null,
      json jsonb not null,
      updated_at timestamptz not null,
      primary key (person_id, key)
    )`.execute(db);
  await sql`
    create table pending_start (
      subject text collate "C" primary key,
      ready boolean not null,
      asked_at timestamptz not null
    )`.execute(db);
  await sql`comment on table pending_start is 'Imported open plans and documents whose workflow is to be started.'`.execute(
    db,
  );
  await sql`
    create table import_file (
      id bigint generated always as identity primary key,
      file_hash text collate "C" not null,
      kind text collate "C" not null,
      actor_id text collate "C" not null,
      at timestamptz not null,
      result jsonb not null
    )`.execute(db);
  await sql`
    create table code_counter (
      prefix text collate "C" primary key,
      last integer not null
    )`.execute(db);
}
