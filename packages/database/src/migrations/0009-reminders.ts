import { type Kysely, sql } from 'kysely';

/** What people are told of: reminders, the e-mails that carry them, calendars they subscribe to. No part of the record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail (
      id uuid primary key,
      person_id text collate "C" not null,
      digest_on date,
      state text collate "C" not null,
      created_at timestamptz not null,
      next_attempt_at timestamptz not null,
      attempts integer not null,
      closed_at timestamptz,
      error text,
      unique (person_id, digest_on)
    )`.execute(db);
  await sql`create index mail_waiting on mail (next_attempt_at) where state = 'waiting'`.execute(db);
  await sql`comment on table mail is 'E-mails to send: at most one digest for a person and morning; its id names the message at every attempt.'`.execute(
    db,
  );
  await sql`
    create table notification (
      id bigint generated always as identity primary key,
      person_id text collate "C" not null,
      subject text collate "C" not null,
      step text collate "C" not null,
      opened_at timestamptz not null,
      due_on date not null,
      kind text collate "C" not null,
      created_at timestamptz not null,
      read_at timestamptz,
      mail_id uuid references mail,
      unique (subject, step, opened_at, due_on, person_id, kind)
    )`.execute(db);
  await sql`create index notification_person on notification (person_id, id)`.execute(db);
  await sql`create index notification_unread on notification (person_id) where read_at is null`.execute(db);
  await sql`create index notification_mail on notification (mail_id)`.execute(db);
  await sql`comment on table notification is 'The key says that a person is told each thing once.'`.execute(
    db,
  );
  await sql`alter table preference add column mail text collate "C"`.execute(db);
  await sql`
    create table calendar_feed (
      person_id text collate "C" primary key,
      secret_hash text collate "C" not null unique,
      created_at timestamptz not null
    )`.execute(db);
}
