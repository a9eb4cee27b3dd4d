import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/days';
import type { Db } from '../schema.ts';

/**
 * Who somebody is on a day: an active person with the assignments that hold on it, or null. `subject` is what
 * the sign-in provider calls them, `personId` what we do.
 */
export async function actorFor(
  db: Db,
  who: { subject: string } | { personId: string },
  day: LegalDate,
): Promise<Actor | null> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'agency', 'roles'])
    .where('active', '=', true)
    .where('subject' in who ? 'subject' : 'id', '=', 'subject' in who ? who.subject : who.personId)
    .executeTakeFirst();
  if (!person) return null;
  const assignments = await db
    .selectFrom('assignment')
    .select(['function', 'agency'])
    .distinct()
    .where('person_id', '=', person.id)
    .where('from', '<=', day)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
    .orderBy('function')
    .orderBy('agency')
    .execute();
  return { ...person, assignments };
}
