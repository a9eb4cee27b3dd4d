import { type Kysely, sql } from 'kysely';

/** Versions of what an hour of work is worth when the cost of a procedure is reckoned. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wage_version (
      code text collate "C" not null,
      version integer not null,
      name_vi text not null,
      name_en text,
      sources jsonb not null,
      "from" date not null,
      "to" date,
      reason text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      primary key (code, version)
    )`.execute(db);
}
