import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { LegalDate } from '@tinhgon/rules/days';
import type { Agency, agencyView } from '@tinhgon/rules/views/catalogue';
import type { Db, Schema } from '../../schema.ts';

export const agencyOf = (row: Omit<Selectable<Schema['agency']>, 'search'>): Agency => ({
  code: row.code,
  nameVi: row.name_vi,
  nameEn: row.name_en,
  kind: row.kind as Agency['kind'],
  parent: row.parent,
  from: row.from,
  to: row.to,
  successor: row.successor,
  ...(row.former_names.length > 0 ? { formerNames: row.former_names } : {}),
});

export async function agencyByCode(db: Db, code: string): Promise<Agency | null> {
  const row = await db.selectFrom('agency').selectAll().where('code', '=', code).executeTakeFirst();
  return row ? agencyOf(row) : null;
}

/** All agencies, past ones included, by name, with the number of active people in each. */
export async function listAgencies(db: Db): Promise<z.infer<typeof agencyView>[]> {
  const rows = await db
    .selectFrom('agency')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('person')
        .select(sql<number>`count(*)::int`.as('people'))
        .whereRef('person.agency', '=', 'agency.code')
        .where('person.active', '=', true)
        .as('people'),
    )
    .orderBy(sql`name_vi collate "vi-x-icu"`)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...agencyOf(row), formerNames: row.former_names, people: row.people ?? 0 }));
}

/** Whether an agency of that code exists on that day. */
export async function agencyExists(db: Db, code: string, day: LegalDate): Promise<boolean> {
  const agency = await agencyByCode(db, code);
  return agency !== null && agency.from <= day && (agency.to === null || agency.to >= day);
}

/** Which of these codes name no agency that exists on that day. */
export async function unknownAgencies(db: Db, codes: readonly string[], day: LegalDate): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${codes}::text[]) with ordinality as asked(code, place)
    where not exists (
      select from agency where agency.code = asked.code
        and agency."from" <= ${day}::date and (agency."to" is null or agency."to" >= ${day}::date))
    order by place`.execute(db);
  return rows.map(({ code }) => code);
}
