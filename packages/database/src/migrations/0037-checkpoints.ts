import { type Kysely, sql } from 'kysely';

/** What was signed each night over all chains. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table checkpoint (
      day date primary key,
      position bigint not null,
      statement jsonb not null,
      jws text not null
    )`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on checkpoint
    for each statement execute function refuse_change()`.execute(db);
}
