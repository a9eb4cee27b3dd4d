import { sql } from 'kysely';
import type { z } from 'zod';
import type { Person, personView } from '@tinhgon/rules/views/catalogue';
import type { Db, Schema } from '../../schema.ts';
import { listAssignments } from './assignments.ts';

const personOf = (row: Schema['person']): Person => ({
  id: row.id,
  subject: row.subject,
  name: row.name,
  email: row.email,
  agency: row.agency,
  roles: row.roles,
  active: row.active,
});

export async function personById(db: Db, id: string): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? personOf(row) : null;
}

/** Everyone, by agency and name, with all their assignments. */
export async function listPeople(db: Db): Promise<z.infer<typeof personView>[]> {
  const [rows, assignments] = await Promise.all([
    db
      .selectFrom('person')
      .leftJoin('agency', 'agency.code', 'person.agency')
      .selectAll('person')
      .select(['agency.name_vi', 'agency.name_en'])
      .select((eb) =>
        eb
          .selectFrom('passkey')
          .whereRef('passkey.person_id', '=', 'person.id')
          .where('passkey.removed_at', 'is', null)
          .select(eb.fn.countAll<string>().as('n'))
          .as('passkeys'),
      )
      .orderBy(sql`coalesce(agency.name_vi, person.agency) collate "vi-x-icu"`)
      .orderBy(sql`person.name collate "vi-x-icu"`)
      .orderBy('person.id')
      .execute(),
    listAssignments(db),
  ]);
  const byPerson = Map.groupBy(assignments, ({ personId }) => personId);
  return rows.map((row) => ({
    ...personOf(row),
    agencyName: { vi: row.name_vi ?? row.agency, en: row.name_en },
    assignments: byPerson.get(row.id) ?? [],
    passkeys: Number(row.passkeys),
  }));
}

/** Whether nobody has been entered yet: the first administrator may then be made. */
export async function isEmptyOfPeople(db: Db): Promise<boolean> {
  return !(await db.selectFrom('person').select('id').limit(1).executeTakeFirst());
}
