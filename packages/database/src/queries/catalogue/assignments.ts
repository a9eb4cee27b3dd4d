import { sql } from 'kysely';
import type { z } from 'zod';
import type { Assignment } from '@tinhgon/rules/views/catalogue';
import type { assignmentView } from '@tinhgon/rules/views/common';
import type { Db } from '../../schema.ts';

export async function assignmentById(db: Db, id: string): Promise<Assignment | null> {
  const row = await db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { person_id, ...rest } = row;
  return { ...rest, personId: person_id };
}

/** All assignments, of one person if named, by person's name, function and beginning. */
export async function listAssignments(db: Db, personId?: string): Promise<z.infer<typeof assignmentView>[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .leftJoin('agency', 'agency.code', 'assignment.agency')
    .selectAll('assignment')
    .select(['person.name', 'agency.name_vi', 'agency.name_en'])
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy(sql`person.name collate "vi-x-icu"`)
    .orderBy('person_id')
    .orderBy('function')
    .orderBy('assignment.from')
    .orderBy('assignment.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.name,
    function: row.function,
    agency:
      row.agency === null
        ? null
        : { code: row.agency, name: { vi: row.name_vi ?? row.agency, en: row.name_en } },
    from: row.from,
    to: row.to,
  }));
}
