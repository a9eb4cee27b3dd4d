import { type Kysely, sql } from 'kysely';

/** Changes of dates that wait for a decision, and the public reasons for missed dates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table date_request (
      subject text collate "C" not null,
      kind text collate "C" not null,
      code text collate "C" not null,
      date text collate "C" not null,
      number integer not null,
      function text collate "C" not null,
      agency text collate "C",
      asked_at timestamptz not null,
      decide_by date not null,
      barred text[] collate "C" not null,
      procedures integer not null,
      primary key (subject, date)
    )`.execute(db);
  await sql`create index date_request_code on date_request (kind, code)`.execute(db);
  await sql`
    create table delay (
      subject text collate "C" not null,
      missed text collate "C" not null,
      missed_on date not null,
      reason text not null,
      by_id text collate "C" not null,
      by_name text not null,
      at timestamptz not null,
      primary key (subject, missed, missed_on)
    )`.execute(db);
  await sql`comment on table delay is 'The reason published last for each missed date: of a step, or of the plan or document itself.'`.execute(
    db,
  );
}
