import { type Kysely, sql } from 'kysely';

/** Figures typed in from printed reports; a function of the events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outside_figure (
      id text collate "C" primary key,
      programme text collate "C" not null,
      measure text collate "C" not null,
      as_at date not null,
      ministry text collate "C",
      value text not null,
      source text not null,
      page text not null,
      entered_by text not null,
      entered_at timestamptz not null,
      removed boolean not null
    )`.execute(db);
  await sql`create index outside_figure_programme on outside_figure (programme, as_at desc) where not removed`.execute(
    db,
  );
}
