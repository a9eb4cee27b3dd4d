import { type Kysely, sql } from 'kysely';

/**
 * What lists of a past day are read from: under which name and with which dates plans, documents and bottlenecks stood
 * from when to when, and each of their steps as it stood. New columns have defaults, so that processes of the release
 * before can go on writing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table subject_period
      add column kind text collate "C" not null generated always as (split_part(subject, '/', 1)) stored,
      add column code text collate "C" not null generated always as (substr(subject, strpos(subject, '/') + 1)) stored,
      add column programme text collate "C",
      add column former_agencies text[] collate "C" not null default '{}',
      add column title text not null default '',
      add column planned_on date,
      add column first_planned_on date,
      add column planned_in_force_on date,
      add column procedures integer not null default 0,
      add column delays jsonb not null default '[]',
      add column search text not null default ''`.execute(db);
  await sql`comment on column subject_period.planned_on is 'The deadline of a plan, the planned signing of a document, the day by which a bottleneck is to be answered.'`.execute(
    db,
  );
  await sql`comment on column subject_period.delays is 'Reasons published for missed dates, as rows of delay.'`.execute(
    db,
  );
  await sql`create index subject_period_code on subject_period (kind, code, from_at)`.execute(db);
  // Late documents are read page by page, those that were planned first before the others.
  await sql`
    create index subject_period_planned on subject_period (programme, planned_on, code) where kind = 'document'`.execute(
    db,
  );
  await sql`
    create table step_period (
      subject text collate "C" not null,
      kind text collate "C" not null generated always as (split_part(subject, '/', 1)) stored,
      code text collate "C" not null generated always as (substr(subject, strpos(subject, '/') + 1)) stored,
      step text collate "C" not null,
      opened_at timestamptz not null,
      place integer not null,
      from_at timestamptz not null,
      to_at timestamptz,
      known_from timestamptz not null,
      programme text collate "C" not null,
      ministry text collate "C" not null,
      number integer not null,
      function text collate "C" not null,
      agency text collate "C",
      due_on date,
      finished_at timestamptz,
      holder_id text collate "C",
      holder_name text,
      on_behalf_of jsonb,
      procedures integer not null,
      primary key (subject, step, opened_at, place, from_at)
    )`.execute(db);
  await sql`comment on table step_period is 'A run of a step from when to when it stood so: open under a ministry, with a holder and a due day, and from finished_at on record as done.'`.execute(
    db,
  );
  await sql`
    create index step_period_open on step_period using gist (tstzrange(from_at, to_at))
    where finished_at is null`.execute(db);
  await sql`create index step_period_done on step_period (finished_at) where finished_at is not null`.execute(
    db,
  );
}
