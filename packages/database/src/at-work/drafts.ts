import type { Db } from '../schema.ts';

/** A form being filled in, saved as it is typed: one for each person and key. */
export interface Draft {
  readonly json: unknown;
  readonly updatedAt: string;
}

export async function findDraft(db: Db, personId: string, key: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .select(['json', 'updated_at as updatedAt'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveDraft(
  db: Db,
  personId: string,
  key: string,
  json: unknown,
  now: string,
): Promise<void> {
  const row = { json: JSON.stringify(json), updated_at: now };
  await db
    .insertInto('draft')
    .values({ person_id: personId, key, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doUpdateSet(row))
    .execute();
}

/** Saves a draft unless there is one; answers what stands there then, whoever was first. */
export async function keepDraft(
  db: Db,
  personId: string,
  key: string,
  json: unknown,
  now: string,
): Promise<Draft | null> {
  await db
    .insertInto('draft')
    .values({ person_id: personId, key, json: JSON.stringify(json), updated_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .execute();
  return await findDraft(db, personId, key);
}

/** True when there was one. */
export async function removeDraft(db: Db, personId: string, key: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
