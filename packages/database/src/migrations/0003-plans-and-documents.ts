import { type Kysely, sql } from 'kysely';

/**
 * Current rows of plans and documents. No foreign keys between subjects: each is projected on its own,
 * in whatever order its workflow's events arrive.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan (
      code text collate "C" primary key,
      programme text collate "C" not null,
      year integer not null,
      name text not null,
      lead_agency text collate "C" not null,
      co_agencies text[] collate "C" not null,
      phase text collate "C" not null,
      deadline date,
      content text collate "C" not null,
      editors text[] collate "C" not null,
      taken_part text[] collate "C" not null,
      search text not null,
      state jsonb not null
    )`.execute(db);
  await sql`create index plan_programme on plan (programme, phase)`.execute(db);
  await sql`create index plan_lead on plan (lead_agency)`.execute(db);
  await sql`create index plan_search on plan using gin (search gin_trgm_ops)`.execute(db);
  await sql`
    create table document (
      code text collate "C" primary key,
      programme text collate "C" not null,
      type text collate "C" not null,
      number text,
      title text not null,
      lead_agency text collate "C" not null,
      phase text collate "C" not null,
      signed_on date,
      in_force_on date,
      planned_in_force_on date,
      procedures integer not null,
      search text not null,
      state jsonb not null
    )`.execute(db);
  await sql`create index document_programme on document (programme, phase)`.execute(db);
  await sql`create index document_search on document using gin (search gin_trgm_ops)`.execute(db);
  await sql`
    create table step_run (
      subject text collate "C" not null,
      kind text collate "C" not null,
      code text collate "C" not null,
      run integer not null,
      step text collate "C" not null,
      number integer not null,
      step_kind text collate "C" not null,
      function text collate "C" not null,
      agency text collate "C",
      opened_at timestamptz not null,
      due_on date,
      finished_at timestamptz,
      holder_id text collate "C",
      holder_name text,
      returned boolean not null,
      barred text[] collate "C" not null,
      procedures integer not null,
      primary key (subject, run)
    )`.execute(db);
  await sql`create index step_run_open on step_run (due_on, subject) where finished_at is null`.execute(db);
  await sql`create index step_run_code on step_run (kind, code) where finished_at is null`.execute(db);
  await sql`
    create table measure (
      plan_code text collate "C" not null,
      procedure_code text collate "C" not null,
      ordinal integer not null,
      measure text collate "C" not null,
      documents text[] collate "C" not null,
      primary key (plan_code, procedure_code)
    )`.execute(db);
  await sql`create index measure_procedure on measure (procedure_code)`.execute(db);
  await sql`create index measure_documents on measure using gin (documents)`.execute(db);
  await sql`
    create table link (
      plan_code text collate "C" not null,
      procedure_code text collate "C" not null,
      document_code text collate "C" not null,
      known_from timestamptz not null,
      known_to timestamptz,
      measure text collate "C" not null,
      programme text collate "C" not null,
      primary key (plan_code, procedure_code, document_code, known_from)
    )`.execute(db);
  await sql`comment on table link is 'Which documents carry which procedure for an approved plan, and from when to when that was the case on record.'`.execute(
    db,
  );
  await sql`create index link_programme on link (programme, procedure_code)`.execute(db);
  await sql`create index link_procedure on link (procedure_code)`.execute(db);
  await sql`create index link_document on link (document_code)`.execute(db);
  await sql`
    create table evidence (
      document_code text collate "C" not null,
      evidence_id text collate "C" not null,
      kind text collate "C" not null,
      number text not null,
      date date not null,
      in_force_on date,
      procedure_codes text[] collate "C" not null,
      recorded_at timestamptz not null,
      recorded_by_id text collate "C" not null,
      recorded_by_name text not null,
      superseded_at timestamptz,
      primary key (document_code, evidence_id)
    )`.execute(db);
  await sql`
    create table evidence_procedure (
      document_code text collate "C" not null,
      evidence_id text collate "C" not null,
      procedure_code text collate "C" not null,
      kind text collate "C" not null,
      date date not null,
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      primary key (document_code, evidence_id, procedure_code)
    )`.execute(db);
  await sql`create index evidence_procedure_covers on evidence_procedure (document_code, procedure_code, kind)`.execute(
    db,
  );
}
