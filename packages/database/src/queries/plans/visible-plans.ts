import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';

/**
 * `maySeePlan` (rules/policy.ts) as a condition on rows of `plan`, under the alias given. A property test holds
 * both against each other.
 */
export function visiblePlans(actor: Actor, alias = 'plan'): RawBuilder<boolean> {
  if (actor.roles.some((role) => role !== 'administrator')) return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const agencies = [
    ...new Set([
      actor.agency,
      ...actor.assignments.flatMap((held) => (held.agency === null ? [] : [held.agency])),
    ]),
  ];
  const national = actor.assignments.filter((held) => held.agency === null).map((held) => held.function);
  return sql<boolean>`(
    ${column('lead_agency')} = any(${agencies}::text[])
    or ${actor.agency}::text = any(${column('co_agencies')})
    or ${actor.id}::text = any(${column('taken_part')})
    or exists (
      select from step_run s
      where s.kind = 'plan' and s.code = ${column('code')} and s.finished_at is null
        and s.function = any(${national}::text[])
    )
  )`;
}
