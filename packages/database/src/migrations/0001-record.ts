import { type Kysely, sql } from 'kysely';

/** The record: events, chained and append-only, and the immutable content rows they name by hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  // Codes and ids compare byte by byte; names are sorted with "vi-x-icu" where they are shown.
  await sql`
    create table event (
      position bigint generated always as identity primary key,
      subject text collate "C" not null,
      epoch integer not null,
      seq integer not null,
      version integer not null,
      at timestamptz not null,
      type text collate "C" not null,
      actor_id text collate "C" not null,
      actor_name text not null,
      command_id text collate "C",
      payload jsonb not null,
      prev_hash text collate "C",
      hash text collate "C" not null,
      written_at timestamptz not null default now(),
      unique (subject, epoch, seq)
    )`.execute(db);
  // Not unique: a repetition is refused before it is an event; one that slipped through must not stop its subject.
  await sql`create index event_command on event (subject, epoch, command_id) where command_id is not null`.execute(
    db,
  );
  await sql`
    create table epoch (
      subject text collate "C" not null,
      epoch integer not null,
      from_seq integer not null,
      primary key (subject, epoch)
    )`.execute(db);
  await sql`comment on table epoch is 'Where a reset workflow took another way: events of earlier epochs from from_seq on are abandoned.'`.execute(
    db,
  );
  await sql`
    create view current_event as
      select e.* from event e
      where not exists (
        select from epoch later
        where later.subject = e.subject and later.epoch > e.epoch and later.from_seq <= e.seq)`.execute(db);
  await sql`
    create table head (
      subject text collate "C" primary key,
      epoch integer not null,
      seq integer not null,
      version integer not null,
      hash text collate "C"
    )`.execute(db);
  await sql`
    create table content (
      hash text collate "C" primary key,
      json jsonb not null
    )`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$`.execute(db);
  for (const table of ['event', 'epoch', 'content']) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
