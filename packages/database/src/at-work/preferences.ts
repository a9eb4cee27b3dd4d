import type { Db } from '../schema.ts';

/** The language a person chose; null when they have not. */
export async function findLanguage(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('preference')
    .select('language')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.language ?? null;
}

export async function saveLanguage(db: Db, personId: string, language: string): Promise<void> {
  await db
    .insertInto('preference')
    .values({ person_id: personId, language })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ language }))
    .execute();
}
