import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { Db } from '../../schema.ts';
import { NO_PLAN } from '../../rows/no-plan.ts';

/**
 * `maySeePlan` (rules/policy.ts) as a condition on rows of `plan`, under the alias given. The open steps are the
 * plan's own and, once it is approved, those of the documents that carry it: whoever appraises a document sees
 * what it is to carry out. Whoever is to decide on a change of its dates sees it too. A property test holds both
 * against each other.
 */
export function visiblePlans(actor: Actor, alias = 'plan'): RawBuilder<boolean> {
  if (actor.roles.some((role) => role !== 'administrator')) return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const agencies = [
    ...new Set([
      actor.agency,
      ...actor.assignments.flatMap((held) =>
        held.agency === null || held.only === 'document' ? [] : [held.agency],
      ),
    ]),
  ];
  const held = JSON.stringify(actor.assignments);
  return sql<boolean>`(
    ${column('lead_agency')} = any(${agencies}::text[])
    or ${actor.agency}::text = any(${column('co_agencies')})
    or ${actor.id}::text = any(${column('taken_part')})
    or exists (
      select from step_run s
      join json_to_recordset(${held}::json) as held(function text, agency text, "only" text)
        on held.function = s.function and (held.agency is null or held.agency = s.agency)
          and (held."only" is null or held."only" = s.kind)
      where s.finished_at is null and (
        (s.kind = 'plan' and s.code = ${column('code')})
        or (s.kind = 'document' and s.code in (
          select l.document_code from link l where l.plan_code = ${column('code')} and l.known_to is null)))
    )
    or exists (
      select from date_request r
      join json_to_recordset(${held}::json) as held(function text, agency text, "only" text)
        on held.function = r.function and (held.agency is null or held.agency = r.agency)
          and (held."only" is null or held."only" = r.kind)
      where r.kind = 'plan' and r.code = ${column('code')}
    )
  )`;
}

/** Whether the plan exists for this reader. */
export async function maySeePlan(db: Db, actor: Actor, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan')
    .select('code')
    .where('code', '=', code)
    .where(visiblePlans(actor))
    .executeTakeFirst();
  return row !== undefined;
}

/** Names of those of the plans that exist for this reader; imported evidence without a plan is everybody's. */
export async function visiblePlanNames(
  db: Db,
  actor: Actor,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('plan')
    .select(['code', 'name'])
    .where('code', 'in', codes)
    .where(visiblePlans(actor))
    .execute();
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return codes.includes(NO_PLAN) ? names.set(NO_PLAN, '') : names;
}
