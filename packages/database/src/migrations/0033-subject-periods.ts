import { type Kysely, sql } from 'kysely';

/** Under which agency and in which phase plans, documents and bottlenecks stood from when to when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table subject_period (
      subject text collate "C" not null,
      from_at timestamptz not null,
      to_at timestamptz,
      known_from timestamptz not null,
      phase text not null,
      agency text collate "C" not null,
      primary key (subject, from_at)
    )`.execute(db);
}
