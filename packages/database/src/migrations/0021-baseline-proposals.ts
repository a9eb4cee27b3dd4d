import { type Kysely, sql } from 'kysely';

/** Baselines take two people: who proposed, who confirmed, and by which paper it was decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table baseline
      add column decision jsonb,
      add column recorded_by_id text collate "C" not null default '',
      add column confirmed_by text,
      add column confirmed_at timestamptz`.execute(db);
  await sql`alter table baseline alter column recorded_by_id drop default`.execute(db);
  await sql`
    create table baseline_proposal (
      id text collate "C" primary key,
      programme text collate "C" not null,
      date date not null,
      reason text not null,
      decision jsonb,
      base_id text collate "C",
      procedure_codes text[] collate "C" not null,
      state text collate "C" not null,
      proposed_at timestamptz not null,
      proposed_by text not null,
      proposed_by_id text collate "C" not null,
      decided_at timestamptz,
      decided_by text,
      decided_reason text
    )`.execute(db);
  await sql`create index baseline_proposal_programme on baseline_proposal (programme, proposed_at)`.execute(
    db,
  );
  await sql`comment on column baseline_proposal.base_id is 'The baseline in force on its day when it was proposed.'`.execute(
    db,
  );
}
