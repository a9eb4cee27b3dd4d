import { type Kysely, sql } from 'kysely';

/**
 * Names and codes in order: a search whose words many hold reads the first by name instead of sorting them all. And an
 * index for each way in which a plan is seen, so that who sees few plans reads no others; and for whose a procedure is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index procedure_name on procedure (name_vi collate "vi-x-icu", code)`.execute(db);
  await sql`create index procedure_code_begins on procedure (lower(code))`.execute(db);
  await sql`create index plan_name on plan (name collate "vi-x-icu", code)`.execute(db);
  await sql`create index plan_co on plan using gin (co_agencies)`.execute(db);
  await sql`create index plan_taken_part on plan using gin (taken_part)`.execute(db);
  await sql`
    create index procedure_ministries_now on procedure_ministries (ministries) include (procedure_code)
    where known_to is null`.execute(db);
}
