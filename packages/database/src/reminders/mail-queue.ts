import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export interface WaitingMail {
  readonly id: string;
  readonly personId: string;
  /** Attempts begun, this one included. */
  readonly attempts: number;
}

/**
 * Takes mails whose time has come, the longest waiting first, and puts them off until `leaseUntil`: a sender that dies
 * with one in its hands leaves it to be taken again, and no two senders hold the same.
 */
export async function takeMails(
  db: Db,
  { now, leaseUntil, limit }: { readonly now: string; readonly leaseUntil: string; readonly limit: number },
): Promise<WaitingMail[]> {
  const { rows } = await sql<WaitingMail>`
    update mail set attempts = attempts + 1, next_attempt_at = ${leaseUntil}
    where id in (
      select id from mail where state = 'waiting' and next_attempt_at <= ${now}
      order by next_attempt_at, id limit ${limit} for update skip locked)
    returning id, person_id as "personId", attempts`.execute(db);
  return rows;
}

export async function closeMail(
  db: Db,
  id: string,
  state: 'sent' | 'dropped' | 'failed',
  now: string,
  error: string | null = null,
): Promise<void> {
  await db.updateTable('mail').set({ state, closed_at: now, error }).where('id', '=', id).execute();
}

/** To be tried again at `at`. */
export async function putOffMail(db: Db, id: string, at: string, error: string): Promise<void> {
  await db.updateTable('mail').set({ next_attempt_at: at, error }).where('id', '=', id).execute();
}

export interface MailCounts {
  /** Their time has come, or will. */
  readonly waiting: number;
  /** Tried in vain so far, and to be tried again. */
  readonly troubled: number;
  /** Given up in the last week. */
  readonly failed: number;
}

const WEEK_MS = 7 * 86_400_000;

export async function countMails(db: Db, now: string): Promise<MailCounts> {
  const since = new Date(Date.parse(now) - WEEK_MS).toISOString();
  const { rows } = await sql<MailCounts>`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'waiting' and error is not null)::int as troubled,
      count(*) filter (where state = 'failed')::int as failed
    from mail where state = 'waiting' or (state = 'failed' and closed_at > ${since})`.execute(db);
  return rows[0] ?? { waiting: 0, troubled: 0, failed: 0 };
}
