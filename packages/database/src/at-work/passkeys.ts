import type { Instant } from '@tinhgon/rules/day';
import type { Selectable } from 'kysely';
import type { AtWorkTables } from '../at-work-tables.ts';
import type { Db } from '../schema.ts';

export type PasskeyRow = Selectable<AtWorkTables['passkey']>;

/** The passkeys a person has and has had, oldest first. */
export async function passkeysOf(db: Db, personId: string): Promise<PasskeyRow[]> {
  return await db
    .selectFrom('passkey')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Whether the person has chosen that their decisions need a passkey. */
export async function confirmsDecisions(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('preference')
    .select('confirms')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.confirms ?? false;
}

/** `language` is kept where the person has not chosen one yet. */
export async function saveConfirms(
  db: Db,
  personId: string,
  confirms: boolean,
  language: string,
): Promise<void> {
  await db
    .insertInto('preference')
    .values({ person_id: personId, language, confirms })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ confirms }))
    .execute();
}

/** False when a passkey of this id is there already. */
export async function addPasskey(
  db: Db,
  passkey: Pick<PasskeyRow, 'id' | 'person_id' | 'name' | 'public_key' | 'transports' | 'created_at'>,
): Promise<boolean> {
  const added = await db
    .insertInto('passkey')
    .values(passkey)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Removes one of a person's passkeys, or all of them; with the last, their decisions need none any more. */
export async function removePasskeys(
  db: Db,
  personId: string,
  id: string | null,
  by: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('passkey')
      .set({ removed_at: by.at, removed_by: by.id })
      .where('person_id', '=', personId)
      .$if(id !== null, (query) => query.where('id', '=', id))
      .where('removed_at', 'is', null)
      .execute();
    const left = await trx
      .selectFrom('passkey')
      .select('id')
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (!left)
      await trx
        .updateTable('preference')
        .set({ confirms: false })
        .where('person_id', '=', personId)
        .execute();
  });
}

export async function keepChallenge(
  db: Db,
  challenge: { readonly challenge: string; readonly personId: string; readonly expiresAt: Instant },
): Promise<void> {
  const { personId, expiresAt } = challenge;
  await db
    .insertInto('passkey_challenge')
    .values({ challenge: challenge.challenge, person_id: personId, expires_at: expiresAt })
    .execute();
}

/** Whether the challenge was given to this person and is still good; it is not afterwards. */
export async function takeChallenge(
  db: Db,
  challenge: string,
  personId: string,
  now: Instant,
): Promise<boolean> {
  const taken = await db
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .returning('challenge')
    .executeTakeFirst();
  return taken !== undefined;
}
