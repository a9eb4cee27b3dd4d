import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/day';
import { HELD_COLUMNS, heldOf } from '../queries/actor-for.ts';
import type { Db } from '../schema.ts';

/** Everybody active with what they hold on a day, for themselves or as a substitute; by id. */
export async function peopleAtWorkOn(db: Db, day: LegalDate): Promise<Actor[]> {
  const [people, rows] = await Promise.all([
    db
      .selectFrom('person')
      .select(['id', 'name', 'agency', 'roles'])
      .where('active', '=', true)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('held_assignment')
      .select(['person_id', ...HELD_COLUMNS])
      .distinct()
      .where('from', '<=', day)
      .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
      .execute(),
  ]);
  const held = Map.groupBy(rows, (row) => row.person_id);
  return people.map((person) => ({
    ...person,
    assignments: (held.get(person.id) ?? []).map((row) => heldOf({ ...row, until: null })),
  }));
}
