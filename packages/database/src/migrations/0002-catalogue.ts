import { type Kysely, sql } from 'kysely';

/** Agencies, people, assignments, programmes, procedures, baselines: current rows, each a function of events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agency (
      code text collate "C" primary key,
      name_vi text not null,
      name_en text,
      kind text collate "C" not null,
      parent text collate "C",
      "from" date not null,
      "to" date,
      successor text collate "C",
      search text not null
    )`.execute(db);
  await sql`
    create table person (
      id text collate "C" primary key,
      subject text collate "C" not null unique,
      name text not null,
      email text,
      agency text collate "C" not null,
      roles text[] not null,
      active boolean not null
    )`.execute(db);
  await sql`
    create table assignment (
      id uuid primary key,
      person_id text collate "C" not null references person deferrable initially deferred,
      function text collate "C" not null,
      agency text collate "C",
      "from" date not null,
      "to" date
    )`.execute(db);
  await sql`create index assignment_person on assignment (person_id)`.execute(db);
  await sql`create index assignment_function on assignment (function, agency)`.execute(db);
  await sql`
    create table programme (
      code text collate "C" primary key,
      name_vi text not null,
      name_en text,
      "from" date not null,
      "to" date
    )`.execute(db);
  await sql`
    create table procedure (
      code text collate "C" primary key,
      name_vi text not null,
      name_en text,
      field text,
      level text collate "C",
      users text,
      search text not null
    )`.execute(db);
  await sql`create index procedure_search on procedure using gin (search gin_trgm_ops)`.execute(db);
  await sql`
    create table procedure_ministry (
      procedure_code text collate "C" not null,
      "from" date not null,
      ministry text collate "C" not null,
      primary key (procedure_code, "from")
    )`.execute(db);
  await sql`
    create table baseline (
      id text collate "C" primary key,
      programme text collate "C" not null,
      date date not null,
      reason text not null,
      count integer not null,
      recorded_at timestamptz not null,
      recorded_by text not null
    )`.execute(db);
  await sql`create index baseline_programme on baseline (programme, date, recorded_at)`.execute(db);
  await sql`
    create table baseline_member (
      baseline_id text collate "C" not null references baseline deferrable initially deferred,
      procedure_code text collate "C" not null,
      primary key (baseline_id, procedure_code)
    )`.execute(db);
}
