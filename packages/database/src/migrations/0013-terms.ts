import { type Kysely, sql } from 'kysely';

/**
 * Versions of the working calendar and of the chains, and which agency a national function belongs to. Version 0 of
 * the calendar and version 1 of each chain are the product's own and stand in the rules.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_version (
      version integer primary key,
      days jsonb not null,
      reason text not null,
      recorded_at timestamptz not null,
      recorded_by text not null
    )`.execute(db);
  await sql`
    create table chain_version (
      id text collate "C" not null,
      version integer not null,
      steps jsonb not null,
      "from" date not null,
      "to" date,
      reason text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      primary key (id, version)
    )`.execute(db);
  await sql`
    create table function_seat (
      function text collate "C" not null,
      "from" date not null,
      agency text collate "C" not null,
      "to" date,
      primary key (function, "from")
    )`.execute(db);
}
