import type { Db } from '../schema.ts';

/** A signed-in browser; only the hash of its name is stored. */
export interface StoredSession {
  readonly idHash: string;
  /** The provider's subject. */
  readonly personId: string;
  readonly data: unknown;
}

/** How far apart two notes of "seen" are, so that a page with many requests writes once. */
const SEEN_EVERY_MS = 60_000;

export async function beginSession(
  db: Db,
  session: StoredSession & { readonly now: string; readonly expiresAt: string },
): Promise<void> {
  const { idHash, personId, data, now, expiresAt } = session;
  await db
    .insertInto('session')
    .values({
      id_hash: idHash,
      person_id: personId,
      data: JSON.stringify(data),
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
    })
    .execute();
}

/** The session, if it has neither expired nor been idle since `idleSince`; notes that it was seen. */
export async function findSession(
  db: Db,
  idHash: string,
  { now, idleSince }: { readonly now: string; readonly idleSince: string },
): Promise<StoredSession | null> {
  const row = await db
    .selectFrom('session')
    .select(['person_id', 'data', 'seen_at'])
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince)
    .executeTakeFirst();
  if (!row) return null;
  if (Date.parse(now) - Date.parse(row.seen_at) > SEEN_EVERY_MS) {
    await db.updateTable('session').set({ seen_at: now }).where('id_hash', '=', idHash).execute();
  }
  return { idHash, personId: row.person_id, data: row.data };
}

export async function endSession(db: Db, idHash: string): Promise<void> {
  await db.deleteFrom('session').where('id_hash', '=', idHash).execute();
}

/** Ends every session of one subject of the provider. */
export async function endSessionsOf(db: Db, subject: string): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', subject).execute();
}

/** Removes what has expired; to be called now and then. */
export async function forgetExpiredSessions(db: Db, now: string): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
}
