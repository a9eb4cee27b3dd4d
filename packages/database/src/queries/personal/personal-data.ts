import type { Instant } from '@tinhgon/rules/day';
import { DEEDS_LISTED, type PersonalData } from '@tinhgon/rules/views/personal-data';
import { findLanguage, findMailMode } from '../../at-work/preferences.ts';
import { confirmsDecisions, passkeysOf } from '../../at-work/passkeys.ts';
import { calendarFeedSince } from '../../at-work/calendar-feeds.ts';
import type { Db } from '../../schema.ts';

/** Everything that is kept about a person, content of the record itself left aside; null when nobody has that id. */
export async function getPersonalData(db: Db, id: string, now: Instant): Promise<PersonalData | null> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  if (!person) return null;
  const { search: _search, ...known } = person;
  const language = await findLanguage(db, id);
  const mail = await findMailMode(db, id);
  const calendarSince = await calendarFeedSince(db, id);
  return {
    exportedAt: now,
    person: known,
    assignments: await db
      .selectFrom('assignment')
      .select(['function', 'agency', 'from', 'to'])
      .where('person_id', '=', id)
      .orderBy('from', 'desc')
      .execute(),
    delegations: await db
      .selectFrom('delegation')
      .select([
        'person_id as personId',
        'substitute_id as substituteId',
        'form',
        'from',
        'to',
        'reason',
        'revoked_at as revokedAt',
      ])
      .where((eb) => eb.or([eb('person_id', '=', id), eb('substitute_id', '=', id)]))
      .orderBy('from', 'desc')
      .execute(),
    preferences: { language, mail, calendarSince, confirms: await confirmsDecisions(db, id) },
    passkeys: (await passkeysOf(db, id)).map((one) => ({
      id: one.id,
      name: one.name,
      createdAt: one.created_at,
      removedAt: one.removed_at,
    })),
    // Sessions are kept by the provider's name for the person.
    sessions: await db
      .selectFrom('session')
      .select(['created_at as begunAt', 'seen_at as seenAt', 'expires_at as endsAt'])
      .where('person_id', '=', person.subject)
      .orderBy('created_at', 'desc')
      .execute(),
    drafts: await db
      .selectFrom('draft')
      .select(['key', 'updated_at as updatedAt', 'json as content'])
      .where('person_id', '=', id)
      .orderBy('updated_at', 'desc')
      .execute(),
    readMarks: await db
      .selectFrom('read_mark')
      .select(['subject', 'at'])
      .where('person_id', '=', id)
      .orderBy('at', 'desc')
      .execute(),
    notifications: await db
      .selectFrom('notification')
      .select(['subject', 'step', 'kind', 'created_at as createdAt', 'read_at as readAt'])
      .where('person_id', '=', id)
      .orderBy('id', 'desc')
      .execute(),
    mails: await db
      .selectFrom('mail')
      .select(['state', 'created_at as createdAt', 'closed_at as closedAt'])
      .where('person_id', '=', id)
      .orderBy('created_at', 'desc')
      .execute(),
    ...(await deedsOf(db, id)),
  };
}

async function deedsOf(db: Db, id: string): Promise<Pick<PersonalData, 'deeds' | 'deedsTotal'>> {
  const theirs = db.selectFrom('current_event').where('actor_id', '=', id);
  const deeds = await theirs
    .select(['subject', 'type', 'at'])
    .orderBy('position', 'desc')
    .limit(DEEDS_LISTED)
    .execute();
  if (deeds.length < DEEDS_LISTED) return { deeds, deedsTotal: deeds.length };
  const { total } = await theirs
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return { deeds, deedsTotal: Number(total) };
}
