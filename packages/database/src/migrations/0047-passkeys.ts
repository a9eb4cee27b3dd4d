import { type Kysely, sql } from 'kysely';

/** Keys people confirm their decisions with, and whether they must. What was removed stays, with who removed it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passkey (
      id text collate "C" primary key,
      person_id text collate "C" not null,
      name text not null,
      public_key bytea not null,
      transports text[] not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      removed_by text collate "C"
    )`.execute(db);
  await sql`create index passkey_person on passkey (person_id)`.execute(db);
  await sql`comment on table passkey is 'WebAuthn credentials; public_key is the COSE key as the authenticator gave it.'`.execute(
    db,
  );
  await sql`
    create table passkey_challenge (
      challenge text collate "C" primary key,
      person_id text collate "C" not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`comment on table passkey_challenge is 'Each answers one request for a change of somebody’s passkeys.'`.execute(
    db,
  );
  await sql`alter table preference add column confirms boolean not null default false`.execute(db);
}
