import { sql } from 'kysely';
import type { Instant } from '@tinhgon/rules/days';
import { insertRows } from '../insert-rows.ts';
import type { Trx } from '../schema.ts';
import type { EventRow } from './recorded-event.ts';

/** Any number: names the one lock that keeps the order of the feed. */
const FEED_LOCK = 896_896_001;
export const EVENTS_CHANNEL = 'tinhgon_events';

/**
 * Waits for this transaction's turn at the record and answers the moment its events are written at. From here to
 * the commit other writers wait, so that positions and moments are in the order of commits: no reader of the feed
 * skips one, and what was known at a moment is the same for ever. Read everything before; write rows and events after.
 */
export async function enterRecord(trx: Trx): Promise<Instant> {
  await sql`select pg_advisory_xact_lock(${FEED_LOCK})`.execute(trx);
  // A clock that was set back, or is read twice in a millisecond, must not put two transactions in one moment.
  const { rows } = await sql<{ moment: Instant }>`
    select greatest(
      date_trunc('milliseconds', clock_timestamp()),
      (select written_at from event order by position desc limit 1) + interval '1 millisecond') as moment`.execute(
    trx,
  );
  const [row] = rows;
  if (!row) throw new Error('the database answers no moment');
  return row.moment;
}

/** Waits until whoever is writing has committed; others may begin to write once this transaction has ended. */
export async function waitForWriters(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${FEED_LOCK})`.execute(trx);
}

/**
 * Writes event rows and moves their subjects' heads, as the last thing of a transaction that entered the record.
 * Listeners of `tinhgon_events` get the last position when the transaction is committed.
 */
export async function appendEvents(trx: Trx, rows: readonly EventRow[], writtenAt: Instant): Promise<void> {
  if (rows.length === 0) return;
  const heads = new Map(rows.map((row) => [row.subject, headOf(row)]));
  await sql`
    insert into head
    select * from json_populate_recordset(null::head, ${JSON.stringify([...heads.values()])}::json)
    on conflict (subject) do update set
      epoch = excluded.epoch, seq = excluded.seq, version = excluded.version, hash = excluded.hash`.execute(
    trx,
  );
  await insertRows(
    trx,
    'event',
    rows.map((row) => ({ ...row, written_at: writtenAt })),
  );
  await sql`select pg_notify(${EVENTS_CHANNEL}, (select max(position)::text from event))`.execute(trx);
}

const headOf = ({ subject, epoch, seq, version, hash }: EventRow) => ({ subject, epoch, seq, version, hash });

/** Locks the heads of subjects, new ones included, in one order for everybody. */
export async function lockHeads(
  trx: Trx,
  subjects: readonly string[],
): Promise<Map<string, { epoch: number; seq: number; version: number; hash: string | null }>> {
  await sql`
    insert into head (subject, epoch, seq, version)
    select subject, 0, 0, 0 from unnest(${[...subjects].sort()}::text[]) as subject order by subject
    on conflict do nothing`.execute(trx);
  const heads = await trx
    .selectFrom('head')
    .selectAll()
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .orderBy('subject')
    .forUpdate()
    .execute();
  return new Map(heads.map(({ subject, ...head }) => [subject, head]));
}
