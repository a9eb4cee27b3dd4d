import { type Kysely, sql } from 'kysely';

const SUMS = sql`
  procedures integer not null,
  sheets integer not null,
  current bigint not null,
  proposed bigint not null,
  real bigint not null,
  estimate bigint not null`;

/**
 * Cells with sums of cost, and those by measure apart: a document has one day on which its procedures count and up to a
 * dozen measures, so that totals read a sixth of the rows. `proposed_cell` adds up the cost of what plans propose.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table counted_period add column measure_hash text collate "C", add column saving bigint`.execute(
    db,
  );
  await sql`comment on column counted_period.saving is 'Đồng a year, of the cost sheet of the measure it counts by; null without one.'`.execute(
    db,
  );
  await sql`
    create index counted_period_saving on counted_period (programme, (-saving), procedure_code)
    where saving is not null`.execute(db);
  await sql`drop table count_cell`.execute(db);
  await sql`
    create table count_cell (
      programme text collate "C" not null,
      baseline_id text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      ministries text[] collate "C" not null,
      document_code text collate "C",
      counts_on date,
      counted_ministry text collate "C",
      ${SUMS},
      unique nulls not distinct (programme, baseline_id, known_from, known_to, ministries, document_code, counts_on, counted_ministry)
    )`.execute(db);
  await sql`comment on column count_cell.baseline_id is 'The baseline whose members are counted; empty for whatever is linked, with or without a baseline.'`.execute(
    db,
  );
  await sql`
    create table measure_cell (
      programme text collate "C" not null,
      baseline_id text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      ministries text[] collate "C" not null,
      measure text collate "C" not null,
      counts_on date,
      procedures integer not null,
      unique nulls not distinct (programme, baseline_id, known_from, known_to, ministries, measure, counts_on)
    )`.execute(db);
  await sql`comment on column measure_cell.baseline_id is 'As in count_cell.'`.execute(db);
  for (const table of ['count_cell', 'measure_cell']) {
    await sql`
      create index ${sql.id(`${table}_empty`)} on ${sql.table(table)} (programme) where procedures = 0`.execute(
      db,
    );
  }
  await sql`
    create table proposed_cell (
      programme text collate "C" not null,
      plan_code text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      ministries text[] collate "C" not null,
      in_charge_from timestamptz not null,
      in_charge_to timestamptz,
      ${SUMS},
      unique nulls not distinct (plan_code, known_from, known_to, ministries, in_charge_from, in_charge_to)
    )`.execute(db);
  await sql`comment on table proposed_cell is 'What the measures of an approved plan come to: known_from and known_to say when they were on record, in_charge_from and in_charge_to when these agencies were known to be in charge.'`.execute(
    db,
  );
  await sql`create index proposed_cell_programme on proposed_cell (programme)`.execute(db);
}
