import { type Kysely, sql } from 'kysely';

/**
 * Systems outside that are told what happens, made from events; how far each was told, with its sealed secrets; and what
 * was sent to it. The last two are no part of the record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook (
      id uuid primary key,
      name text not null,
      url text not null,
      topics text[] collate "C" not null,
      agency text collate "C",
      enabled boolean not null,
      removed boolean not null
    )`.execute(db);
  await sql`
    create table webhook_standing (
      webhook uuid primary key,
      position bigint not null,
      secret text not null,
      secret_since timestamptz not null,
      old_secret text,
      old_secret_until timestamptz,
      failing_since timestamptz,
      stopped_at timestamptz,
      retry_at timestamptz,
      leased_until timestamptz not null
    )`.execute(db);
  await sql`
    create table webhook_delivery (
      id bigint generated always as identity primary key,
      webhook uuid not null,
      position bigint,
      message_id text collate "C" not null,
      type text collate "C" not null,
      subject text collate "C",
      body text not null,
      state text collate "C" not null,
      tries integer not null,
      created_at timestamptz not null,
      tried_at timestamptz,
      status integer,
      answer text,
      error text,
      unique (webhook, position)
    )`.execute(db);
  await sql`create index webhook_delivery_state on webhook_delivery (webhook, state, id)`.execute(db);
  await sql`comment on column webhook_delivery.position is 'Of the event in the feed; null for a test.'`.execute(
    db,
  );
}
