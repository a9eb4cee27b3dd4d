import type { Db } from '../schema.ts';

/** Since when a person's calendar can be subscribed to; null when it cannot. */
export async function calendarFeedSince(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('created_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** The address with this secret leads to the person's calendar from now on, and no earlier one does. */
export async function renewCalendarFeed(
  db: Db,
  personId: string,
  secretHash: string,
  now: string,
): Promise<void> {
  const row = { secret_hash: secretHash, created_at: now };
  await db
    .insertInto('calendar_feed')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

export async function revokeCalendarFeed(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('calendar_feed').where('person_id', '=', personId).execute();
}

/** Whose calendar a secret opens. */
export async function personOfCalendar(db: Db, secretHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('person_id')
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
  return row?.person_id ?? null;
}
