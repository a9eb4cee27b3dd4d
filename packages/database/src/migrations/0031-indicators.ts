import { type Kysely, sql } from 'kysely';

/** Indicators with their figures in versions, and programme tasks in versions; functions of the events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table indicator (
      code text collate "C" primary key,
      version integer not null,
      programme text collate "C" not null,
      name_vi text not null,
      name_en text,
      unit text collate "C" not null,
      counted_vi text not null,
      counted_en text not null,
      period text collate "C" not null,
      better text collate "C" not null
    )`.execute(db);
  await sql`create index indicator_programme on indicator (programme)`.execute(db);
  await sql`
    create table indicator_entry (
      indicator text collate "C" not null,
      kind text collate "C" not null,
      period text collate "C" not null,
      whose text collate "C" not null,
      version integer not null,
      "from" date not null,
      value bigint,
      out_of bigint,
      source text not null,
      reason text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      known_from timestamptz not null,
      primary key (indicator, kind, period, whose, version)
    )`.execute(db);
  await sql`create index indicator_entry_whose on indicator_entry (indicator, whose, period)`.execute(db);
  await sql`
    create table programme_task (
      code text collate "C" not null,
      version integer not null,
      programme text collate "C" not null,
      name text not null,
      paper text not null,
      owner text collate "C" not null,
      person text collate "C",
      assigned_on date not null,
      deadline date not null,
      done_on date,
      result text not null,
      removed boolean not null,
      search text not null,
      reason text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      known_from timestamptz not null,
      primary key (code, version)
    )`.execute(db);
  await sql`create index programme_task_programme on programme_task (programme, code, version desc)`.execute(
    db,
  );
}
