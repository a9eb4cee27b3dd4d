import { type Kysely, sql } from 'kysely';

/**
 * What totals are made of. When something was known is the moment its event was written (`event.written_at`), so
 * that a question about a moment has one answer for ever. `counted_period` says for each procedure when it counts,
 * period by period of what was known; `count_cell` is those periods added up, so that a total of a hundred
 * thousand procedures reads a few thousand rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['plan', 'document']) {
    await sql`create index ${sql.id(`${table}_former`)} on ${sql.table(table)} using gin (former_agencies)`.execute(
      db,
    );
  }
  await sql`create index event_written on event (written_at)`.execute(db);
  for (const table of ['evidence', 'evidence_procedure']) {
    await sql`alter table ${sql.table(table)} add column known_from timestamptz`.execute(db);
    await sql`update ${sql.table(table)} set known_from = recorded_at`.execute(db);
    await sql`alter table ${sql.table(table)} alter column known_from set not null`.execute(db);
  }
  await sql`create index evidence_procedure_code on evidence_procedure (procedure_code)`.execute(db);
  await sql`create index baseline_member_procedure on baseline_member (procedure_code)`.execute(db);
  await sql`
    create table procedure_ministries (
      procedure_code text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      ministries text[] collate "C" not null,
      primary key (procedure_code, known_from)
    )`.execute(db);
  await sql`comment on column procedure_ministries.ministries is 'The agencies in charge in turn, each as "YYYY-MM-DD CODE", in their order.'`.execute(
    db,
  );
  await sql`create table agencies_in_turn (ministries text[] collate "C" primary key)`.execute(db);
  await sql`comment on table agencies_in_turn is 'Each way in which agencies follow each other, of which there are few.'`.execute(
    db,
  );
  await sql`
    create function ministry_on(ministries text[], day date) returns text
    language sql immutable parallel safe as $$
      select coalesce(
        (select substr(m, 12) from unnest(ministries) m where left(m, 10) <= day::text order by m collate "C" desc limit 1),
        substr(ministries[1], 12))
    $$`.execute(db);
  await sql`comment on function ministry_on is 'The agency in charge on a day: the last that began on or before it, or the first there is.'`.execute(
    db,
  );
  await sql`
    create table counted_period (
      programme text collate "C" not null,
      procedure_code text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      plan_code text collate "C",
      document_code text collate "C",
      measure text collate "C",
      linked_from timestamptz,
      counts_on date,
      ministries text[] collate "C" not null,
      counted_ministry text collate "C",
      primary key (programme, procedure_code, known_from)
    )`.execute(db);
  await sql`create index counted_period_procedure on counted_period (procedure_code)`.execute(db);
  await sql`
    create table count_cell (
      programme text collate "C" not null,
      baseline_id text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      ministries text[] collate "C" not null,
      document_code text collate "C",
      measure text collate "C",
      counts_on date,
      counted_ministry text collate "C",
      procedures integer not null,
      unique nulls not distinct (programme, baseline_id, known_from, known_to, ministries, document_code, measure, counts_on, counted_ministry)
    )`.execute(db);
  await sql`comment on column count_cell.baseline_id is 'The baseline whose members are counted; empty for whatever is linked, with or without a baseline.'`.execute(
    db,
  );
}
