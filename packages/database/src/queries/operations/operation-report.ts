import { sql } from 'kysely';
import { addDays } from '@tinhgon/rules/day';
import { type ItemOutcome, NO_PROGRESS, type Progress } from '@tinhgon/rules/operation/operation';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import type { PersonRef } from '@tinhgon/rules/person';
import type { LegalDate } from '@tinhgon/rules/day';
import { agenciesOf } from '../../operations/fix-agency-change.ts';
import { operationSubject } from '../../operations/write-operation-event.ts';
import type { Db } from '../../schema.ts';

/** The rule of `rules/operation/item-kind`, for a row of `operation_item`. */
export const endsAssignment = sql<boolean>`(task #>> '{assignment,to}' is not null and task #>> '{was,id}' is not null
  and coalesce(task #>> '{was,to}', '9999-12-31') >= task #>> '{assignment,to}')`;

/** How the subjects of an operation came off, by their kind. */
export async function progressByKind(db: Db, id: string): Promise<({ kind: string } & Progress)[]> {
  const { rows } = await sql<{ kind: string; outcome: ItemOutcome; n: number }>`
    select case when task ->> 'type' <> 'saveAssignment' then split_part(subject, '/', 1)
      when ${endsAssignment} then 'assignment-ended' else 'assignment-begun' end as kind,
      outcome, count(*)::int as n
    from operation_item where operation = ${id}::uuid group by 1, 2 order by 1`.execute(db);
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    ...NO_PROGRESS,
    ...Object.fromEntries(own.map(({ outcome, n }) => [outcome, n])),
  }));
}

/**
 * Leaders of each agency of a change: of those whose work goes, on the last day before it takes effect; of those that
 * receive it, today.
 */
export async function leadersOf(
  db: Db,
  change: AgencyChange,
  today: LegalDate,
): Promise<Record<string, PersonRef[]>> {
  const { rows } = await sql<PersonRef & { readonly agency: string }>`
    select distinct a.agency, person.id, person.name
    from assignment a join person on person.id = a.person_id
    where a.function = 'minister' and person.active and (
      (a.agency = any(${change.from}::text[]) and ${addDays(change.effectiveOn, -1)}::date
        between a."from" and coalesce(a."to", 'infinity'))
      or (a.agency = any(${change.to}::text[]) and ${today}::date between a."from" and coalesce(a."to", 'infinity')))
    order by a.agency, person.name, person.id`.execute(db);
  return Object.fromEntries(
    agenciesOf(change).map((agency) => [
      agency,
      rows.filter((row) => row.agency === agency).map(({ id, name }) => ({ id, name })),
    ]),
  );
}

export interface Signature {
  readonly agency: string;
  readonly by: PersonRef;
  readonly at: string;
}

export async function signaturesOf(db: Db, id: string): Promise<Signature[]> {
  const rows = await db
    .selectFrom('current_event')
    .select(['at', 'actor_id', 'actor_name', 'payload'])
    .where('subject', '=', operationSubject(id))
    .where('type', '=', 'operationSigned')
    .orderBy('seq')
    .execute();
  return rows.map(({ at, actor_id, actor_name, payload }) => ({
    agency: String(payload['agency']),
    by: { id: actor_id, name: actor_name },
    at,
  }));
}

/** The operation that undoes this one, unless it was given up. */
export async function undoingOf(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('operation')
    .select('id')
    .where('undoes', '=', id)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst();
  return row?.id ?? null;
}
