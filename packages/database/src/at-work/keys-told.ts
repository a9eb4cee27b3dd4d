import type { Db } from '../schema.ts';

/** Whether every workflow that was open has been told of this set of keys. */
export async function keysTold(db: Db, root: string, number: number): Promise<boolean> {
  const row = await db
    .selectFrom('keys_told')
    .select('number')
    .where('root', '=', root)
    .where('number', '>=', number)
    .executeTakeFirst();
  return row !== undefined;
}

/** To be called once they have been; again changes nothing. */
export async function noteKeysTold(db: Db, root: string, number: number, at: string): Promise<void> {
  await db
    .insertInto('keys_told')
    .values({ root, number, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
