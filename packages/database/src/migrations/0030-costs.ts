import { type Kysely, sql } from 'kysely';

/**
 * What cost sheets come to. `measure_cost` belongs to the text of a measure, whatever plan or version it stands in;
 * `cost_period` says from when to when an approved plan proposed a measure with a sheet.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table measure_cost (
      measure_hash text collate "C" primary key,
      current_run bigint not null,
      proposed_run bigint not null,
      current bigint not null,
      proposed bigint not null,
      real bigint not null,
      estimate bigint not null,
      sheet jsonb not null
    )`.execute(db);
  await sql`comment on table measure_cost is 'By the hash of a measure: đồng of one run and of a year, and a year’s saving, real cuts apart from estimates made anew.'`.execute(
    db,
  );
  await sql`
    create table cost_period (
      plan_code text collate "C" not null,
      procedure_code text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      programme text collate "C" not null,
      measure_hash text collate "C" not null,
      primary key (plan_code, procedure_code, known_from)
    )`.execute(db);
  await sql`create index cost_period_programme on cost_period (programme)`.execute(db);
  await sql`create index cost_period_procedure on cost_period (procedure_code)`.execute(db);
}
