import { type Kysely, sql } from 'kysely';
import { searchKey } from '../search-key.ts';

/** People are told of campaigns and of approvals that fell, and find campaigns and inspections by words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notification add column facts jsonb`.execute(db);
  await sql`comment on column notification.facts is 'What is told besides its key: the words of the programme office, or the approval that fell.'`.execute(
    db,
  );
  await sql`
    create index event_voided on event (at) where type = 'submitted' and payload ? 'voided'`.execute(db);
  await addSearch(db, 'campaign', ['title', 'question']);
  await addSearch(db, 'inspection', ['subject']);
}

/** `words` are fields of the state; the row writes the same. */
async function addSearch(db: Kysely<unknown>, table: string, words: readonly string[]): Promise<void> {
  const its = sql.table(table);
  await sql`alter table ${its} add column search text not null default ''`.execute(db);
  const { rows } = await sql<{ code: string; state: Record<string, string> }>`
    select code, state from ${its}`.execute(db);
  for (const { code, state } of rows) {
    const search = searchKey(code, ...words.map((word) => state[word]));
    await sql`update ${its} set search = ${search} where code = ${code}`.execute(db);
  }
  await sql`alter table ${its} alter column search drop default`.execute(db);
  await sql`create index ${sql.ref(`${table}_search`)} on ${its} using gin (search gin_trgm_ops)`.execute(db);
}
