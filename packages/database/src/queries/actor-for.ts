import type { Actor, Held } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/days';
import { sql } from 'kysely';
import type { Db, Schema } from '../schema.ts';

/**
 * Who somebody is on a day: an active person with the assignments that hold on it, or null; those they have been
 * given as a substitute come after their own. `subject` is what the sign-in provider calls them, `personId` what
 * we do.
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
  const rows = await db
    .selectFrom('held_assignment')
    .select(HELD_COLUMNS)
    // The last day of a substitute's assignment says until when they stand in; one's own is not asked for it.
    .select((eb) => eb.case().when('for_id', 'is not', null).then(eb.ref('to')).end().as('until'))
    .distinct()
    .where('person_id', '=', person.id)
    .where('from', '<=', day)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
    .orderBy('for_id', (order) => order.asc().nullsFirst())
    .orderBy('function')
    .orderBy('agency')
    .orderBy('delegation_id')
    .execute();
  const inherits = await inheritedBy(db, person.agency, day);
  return { ...person, ...(inherits.length > 0 && { inherits }), assignments: rows.map(heldOf) };
}

/** Agencies that have ended by a day and whose work came to this one, by code. */
export async function inheritedBy(db: Db, agency: string, day: LegalDate): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive inherited as (
      select code from agency where successor = ${agency} and "to" < ${day}::date
      union
      select a.code from agency a join inherited i on a.successor = i.code where a."to" < ${day}::date
    )
    select code from inherited where code <> ${agency} order by code`.execute(db);
  return rows.map(({ code }) => code);
}

/** What an assignment is made of, own or delegated. */
export const HELD_COLUMNS = [
  'function',
  'agency',
  'only',
  'for_id',
  'for_name',
  'form',
  'delegation_id',
] as const;

type Row = Pick<Schema['held_assignment'], (typeof HELD_COLUMNS)[number]> & {
  readonly until: LegalDate | null;
};

export function heldOf(row: Row): Held {
  const held: Held = { function: row.function, agency: row.agency };
  if (row.for_id === null || row.form === null || row.delegation_id === null) return held;
  return {
    ...held,
    onBehalfOf: {
      id: row.for_id,
      name: row.for_name ?? row.for_id,
      form: row.form,
      delegationId: row.delegation_id,
    },
    ...(row.only === null ? {} : { only: row.only }),
    ...(row.until === null ? {} : { until: row.until }),
  };
}
