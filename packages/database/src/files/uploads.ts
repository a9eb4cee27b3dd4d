import { randomUUID } from 'node:crypto';
import { type Instant } from '@tinhgon/rules/days';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** What one person may send in a day. */
export const MAX_BYTES_A_DAY = 1024 * 1024 * 1024;

/**
 * Counts `bytes` towards what a person sends in a day, before they arrive; null when it would be too much. Two at once
 * are counted one after the other.
 */
export async function reserveUpload(
  db: Db,
  personId: string,
  bytes: number,
  now: Instant,
): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`upload/${personId}`}))`.execute(trx);
    const { rows } = await sql<{ sent: string }>`
      select coalesce(sum(bytes), 0)::bigint as sent from file_upload
      where person_id = ${personId} and at > ${now}::timestamptz - interval '24 hours'`.execute(trx);
    if (Number(rows[0]?.sent ?? 0) + bytes > MAX_BYTES_A_DAY) return null;
    const id = randomUUID();
    await trx.insertInto('file_upload').values({ id, person_id: personId, bytes, at: now }).execute();
    return id;
  });
}

/** What really came; 0 for what was refused or broken off. */
export async function settleUpload(db: Db, id: string, bytes: number): Promise<void> {
  await db.updateTable('file_upload').set({ bytes }).where('id', '=', id).execute();
}

/**
 * Removes bytes that were stored a day ago or earlier and that neither an event, a report nor a signature names: their command never came or was
 * refused. Returns how many files went.
 */
export async function sweepFiles(db: Db, now: Instant): Promise<number> {
  await sql`delete from file_upload where at < ${now}::timestamptz - interval '24 hours'`.execute(db);
  const { numAffectedRows } = await sql`
    delete from file_blob b
    where b.stored_at < ${now}::timestamptz - interval '24 hours'
      and not exists (
        select from event e where e.type = 'fileAttached' and e.payload -> 'file' ->> 'sha256' = b.sha256)
      and not exists (select from report_file r where r.sha256 = b.sha256)
      and not exists (select from report_signature s where s.sha256 = b.sha256)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
