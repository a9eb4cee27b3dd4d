import { type Kysely, sql } from 'kysely';

/** Delegations, and in whose name a step was done or evidence recorded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table delegation (
      id uuid primary key,
      person_id text collate "C" not null references person deferrable initially deferred,
      substitute_id text collate "C" not null references person deferrable initially deferred,
      form text collate "C" not null,
      "from" date not null,
      "to" date not null,
      "only" text collate "C",
      assignments uuid[],
      reason text not null,
      given_at timestamptz not null,
      given_by_id text collate "C" not null,
      given_by_name text not null,
      revoked_at timestamptz,
      revoked_by_id text collate "C",
      revoked_by_name text
    )`.execute(db);
  await sql`create index delegation_person on delegation (person_id)`.execute(db);
  await sql`create index delegation_substitute on delegation (substitute_id)`.execute(db);
  await sql`
    create view held_assignment as
    select a.person_id, a.function, a.agency, a."from", a."to",
      null::text collate "C" as "only", null::text collate "C" as for_id, null::text as for_name,
      null::text collate "C" as form, null::uuid as delegation_id
    from assignment a
    union all
    select d.substitute_id, a.function, a.agency, greatest(a."from", d."from"), least(a."to", d."to"),
      d."only", d.person_id, p.name, d.form, d.id
    from delegation d
    join assignment a on a.person_id = d.person_id and (d.assignments is null or a.id = any(d.assignments))
    join person p on p.id = d.person_id and p.active
    where d.revoked_at is null`.execute(db);
  await sql`comment on view held_assignment is 'What somebody may act as, from when to when: their own assignments, and those of people they stand in for. Only a person''s own are delegated, so that no substitute passes anything on.'`.execute(
    db,
  );
  await sql`alter table step_run add column on_behalf_of jsonb`.execute(db);
  await sql`alter table evidence add column on_behalf_of jsonb`.execute(db);
}
