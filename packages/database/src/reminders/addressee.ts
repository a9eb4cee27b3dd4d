import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/day';
import { type MailMode, USUAL_MAIL_MODE } from '@tinhgon/rules/reminders/mail-times';
import { actorFor } from '../queries/actor-for.ts';
import type { Db } from '../schema.ts';

export interface Addressee {
  readonly actor: Actor;
  readonly address: string;
  /** Null when they have chosen none. */
  readonly language: string | null;
}

/** Where mail to a person goes as things stand; null when they are gone, have no address or want none. */
export async function addressee(db: Db, personId: string, today: LegalDate): Promise<Addressee | null> {
  const actor = await actorFor(db, { personId }, today);
  const row = await db
    .selectFrom('person')
    .leftJoin('preference', 'preference.person_id', 'person.id')
    .select(['person.email', 'preference.language', 'preference.mail'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  const mode: MailMode = row?.mail ?? USUAL_MAIL_MODE;
  if (!actor || !row?.email || mode === 'none') return null;
  return { actor, address: row.email, language: row.language };
}
