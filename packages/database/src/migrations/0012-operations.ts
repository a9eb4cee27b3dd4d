import { type Kysely, sql } from 'kysely';

/** Operations on many subjects, item by item; and under which agencies plans and documents stood before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table operation (
      id uuid primary key,
      kind text collate "C" not null,
      parameters jsonb not null,
      state text collate "C" not null,
      by_id text collate "C" not null,
      by_name text not null,
      at timestamptz not null,
      starts_at timestamptz,
      finished_at timestamptz,
      undoes uuid references operation,
      counts jsonb
    )`.execute(db);
  await sql`create index operation_at on operation (at desc, id)`.execute(db);
  await sql`
    create table operation_item (
      operation uuid not null references operation,
      ordinal integer not null,
      stage integer not null,
      subject text collate "C" not null,
      task jsonb not null,
      command_id uuid not null,
      outcome text collate "C" not null,
      code text collate "C",
      details jsonb,
      attempts integer not null,
      at timestamptz,
      primary key (operation, ordinal)
    )`.execute(db);
  await sql`comment on table operation_item is 'What an operation is about is fixed here when it begins; each row then says how it came off.'`.execute(
    db,
  );
  await sql`
    create index operation_item_open on operation_item (operation, stage, ordinal)
    where outcome in ('waiting', 'failed')`.execute(db);
  for (const table of ['plan', 'document']) {
    await sql`
      alter table ${sql.table(table)}
      add column former_agencies text[] collate "C" not null default '{}'`.execute(db);
  }
}
