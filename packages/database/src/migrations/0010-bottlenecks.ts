import { type Kysely, sql } from 'kysely';

/** Current rows of bottlenecks, campaigns and inspections. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bottleneck (
      code text collate "C" primary key,
      phase text collate "C" not null,
      on_kind text collate "C" not null,
      on_code text collate "C" not null,
      campaign text collate "C",
      cause text collate "C" not null,
      responsible text collate "C" not null,
      raised_for text collate "C" not null,
      raised_by text collate "C" not null,
      raised_at timestamptz not null,
      answer_by date not null,
      search text not null,
      state jsonb not null
    )`.execute(db);
  await sql`create index bottleneck_on on bottleneck (on_kind, on_code)`.execute(db);
  await sql`create index bottleneck_responsible on bottleneck (responsible, phase)`.execute(db);
  await sql`create index bottleneck_campaign on bottleneck (campaign) where campaign is not null`.execute(db);
  await sql`create index bottleneck_search on bottleneck using gin (search gin_trgm_ops)`.execute(db);
  await sql`
    create table campaign (
      code text collate "C" primary key,
      phase text collate "C" not null,
      title text not null,
      answer_by date not null,
      opened_at timestamptz not null,
      asked text[] collate "C" not null,
      answered text[] collate "C" not null,
      state jsonb not null
    )`.execute(db);
  await sql`
    create table inspection (
      code text collate "C" primary key,
      phase text collate "C" not null,
      agency text collate "C" not null,
      subject text not null,
      opened_at timestamptz not null,
      findings integer not null,
      ended integer not null,
      /* The first day a finding waits for; null while none waits for the inspected agency. */
      next_deadline date,
      state jsonb not null
    )`.execute(db);
}
