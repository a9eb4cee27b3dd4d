import { type Kysely, sql } from 'kysely';

/** Who was asked for their opinion of a draft, for lists; what they said stands in the events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consultation (
      document_code text collate "C" not null,
      id text collate "C" not null,
      agency text collate "C",
      asked_on date not null,
      due_on date not null,
      answered_on date,
      points integer not null,
      responded integer not null,
      primary key (document_code, id)
    )`.execute(db);
  await sql`comment on column consultation.agency is 'The agency or province that was asked; null is the public.'`.execute(
    db,
  );
  await sql`create index consultation_agency on consultation (agency)`.execute(db);
}
