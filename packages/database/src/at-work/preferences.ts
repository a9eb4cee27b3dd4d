import type { MailMode } from '@tinhgon/rules/reminders/mail-times';
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

/** How a person wants reminders by e-mail; null when they have not chosen. */
export async function findMailMode(db: Db, personId: string): Promise<MailMode | null> {
  const row = await db
    .selectFrom('preference')
    .select('mail')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.mail ?? null;
}

/** `language` is kept where the person has not chosen one yet. */
export async function saveMailMode(
  db: Db,
  personId: string,
  mail: MailMode,
  language: string,
): Promise<void> {
  await db
    .insertInto('preference')
    .values({ person_id: personId, language, mail })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ mail }))
    .execute();
}
