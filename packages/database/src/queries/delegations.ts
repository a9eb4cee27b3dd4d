import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/days';
import type { Delegation } from '@tinhgon/rules/delegation';
import type { DelegationsView, DelegationView } from '@tinhgon/rules/views/delegation';
import type { FunctionCode } from '@tinhgon/rules/vocabulary';
import { delegationOf } from '../catalogue/delegation-row.ts';
import type { Db } from '../schema.ts';
import { listAssignments } from './catalogue/assignments.ts';

export async function delegationById(db: Db, id: string): Promise<Delegation | null> {
  const row = await db.selectFrom('delegation').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? delegationOf(row) : null;
}

/** Given by any of these people, ended ones included. */
export async function delegationsGivenBy(
  db: Db,
  personIds: readonly string[],
): Promise<(Delegation & { substituteName: string })[]> {
  const rows = await db
    .selectFrom('delegation')
    .innerJoin('person', 'person.id', 'delegation.substitute_id')
    .selectAll('delegation')
    .select('person.name')
    .where('person_id', 'in', personIds)
    .execute();
  return rows.map((row) => ({ ...delegationOf(row), substituteName: row.name }));
}

/** All delegations of one person, and what a new one may be made of; null when there is no such person. */
export async function delegationsOf(
  db: Db,
  personId: string,
  today: LegalDate,
): Promise<DelegationsView | null> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'agency'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) return null;
  const [rows, colleagues] = await Promise.all([
    db
      .selectFrom('delegation')
      .innerJoin('person as p', 'p.id', 'delegation.person_id')
      .innerJoin('person as s', 's.id', 'delegation.substitute_id')
      .selectAll('delegation')
      .select(['p.name as person_name', 's.name as substitute_name'])
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('substitute_id', '=', personId)]))
      .orderBy('delegation.from', 'desc')
      .orderBy('given_at', 'desc')
      .orderBy('delegation.id')
      .execute(),
    db
      .selectFrom('person')
      .select(['id', 'name'])
      .select(
        sql<FunctionCode[]>`array(select distinct a.function from assignment a where a.person_id = person.id
          and a."from" <= ${today}::date and (a."to" is null or a."to" >= ${today}::date) order by 1)`.as(
          'functions',
        ),
      )
      .where('agency', '=', person.agency)
      .where('active', '=', true)
      .where('id', '!=', personId)
      .where(sql<boolean>`not ('auditor' = any(roles))`)
      .orderBy(sql`name collate "vi-x-icu"`)
      .orderBy('id')
      .execute(),
  ]);
  const whose = [...new Set([personId, ...rows.map((row) => row.person_id)])];
  const held = (await Promise.all(whose.map((id) => listAssignments(db, id)))).flat();
  const views = rows.map((row): DelegationView => {
    const { person_name, substitute_name, ...rest } = row;
    const { personId: from, substituteId, assignments, ...delegation } = delegationOf(rest);
    return {
      ...delegation,
      person: { id: from, name: person_name },
      substitute: { id: substituteId, name: substitute_name },
      assignments: assignments && held.filter(({ id }) => assignments.includes(id)),
      state: stateOf(delegation, today),
    };
  });
  return {
    person: { id: person.id, name: person.name },
    given: views.filter((view) => view.person.id === personId),
    received: views.filter((view) => view.substitute.id === personId),
    assignments: held.filter((one) => one.personId === personId && (one.to === null || one.to >= today)),
    substitutes: colleagues,
  };
}

function stateOf(
  { from, to, revokedAt }: Pick<Delegation, 'from' | 'to' | 'revokedAt'>,
  today: LegalDate,
): DelegationView['state'] {
  if (revokedAt !== null) return 'revoked';
  if (to < today) return 'ended';
  return from > today ? 'coming' : 'running';
}
