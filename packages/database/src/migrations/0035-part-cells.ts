import { type Kysely, sql } from 'kysely';

/**
 * Cells of their own for the parts by level and field, which would multiply those the totals read. A period keeps the
 * level and field it was counted under, so that it can be taken back when the catalogue changes them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table counted_period add column level text collate "C", add column field text`.execute(db);
  await sql`
    create table part_cell (
      programme text collate "C" not null,
      baseline_id text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      document_code text collate "C",
      level text collate "C",
      field text,
      counts_on date,
      procedures integer not null,
      unique nulls not distinct (programme, baseline_id, known_from, known_to, document_code, level, field, counts_on)
    )`.execute(db);
  await sql`comment on column part_cell.baseline_id is 'As in count_cell.'`.execute(db);
  // What has just become empty is found without reading all cells.
  for (const table of ['count_cell', 'part_cell']) {
    await sql`
      create index ${sql.id(`${table}_empty`)} on ${sql.table(table)} (programme) where procedures = 0`.execute(
      db,
    );
  }
  // Of all steps there ever were, few were open on a day: those finished after it, and of these those opened before.
  await sql`create index step_run_finished on step_run (finished_at)`.execute(db);
  await sql`create index link_of_document on link (document_code, plan_code) where known_to is null`.execute(
    db,
  );
}
