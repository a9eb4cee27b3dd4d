import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import { homesOf } from '@tinhgon/rules/person';
import type { Db } from '../../schema.ts';
import { NO_PLAN } from '../../rows/no-plan.ts';

/** Whether the reader's role alone lets every plan be seen. */
export const seesAllPlans = (actor: Actor): boolean => actor.roles.some((role) => role !== 'administrator');

/**
 * `maySeePlan` (rules/policy.ts) as a condition on rows of `plan`, under the alias given, for lists: the plans one may
 * see for what one holds are gathered once, so that each part of the condition has an index. The open steps are the plan's own and, once it is approved, those of the
 * documents that carry it: whoever appraises a document sees what it is to carry out. Whoever is to decide on a change
 * of its dates sees it too. A property test holds rules and conditions against each other.
 */
export const visiblePlans = (actor: Actor, alias = 'plan'): RawBuilder<boolean> =>
  visible(
    actor,
    alias,
    (waiting) => sql`${sql.ref(`${alias}.code`)} = any(array(select waiting.code from (${waiting}) waiting))`,
  );

/** The same for a plan or two, by way of their own steps. */
export const visiblePlan = (actor: Actor, alias = 'plan'): RawBuilder<boolean> =>
  visible(
    actor,
    alias,
    (waiting) =>
      sql`exists (select from (${waiting}) waiting where waiting.code = ${sql.ref(`${alias}.code`)})`,
  );

function visible(
  actor: Actor,
  alias: string,
  isAmong: (codes: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  if (seesAllPlans(actor)) return sql<boolean>`true`;
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const homes = homesOf(actor);
  const agencies = [
    ...new Set([
      ...homes,
      ...actor.assignments.flatMap((held) =>
        held.agency === null || held.only === 'document' ? [] : [held.agency],
      ),
    ]),
  ];
  const holds = sql`json_to_recordset(${JSON.stringify(actor.assignments)}::json)
    as held(function text, agency text, "only" text)`;
  const isHeld = (row: string) => sql`held.function = ${sql.ref(`${row}.function`)}
    and (held.agency is null or held.agency = ${sql.ref(`${row}.agency`)})
    and (held."only" is null or held."only" = ${sql.ref(`${row}.kind`)})`;
  return sql<boolean>`(
    ${column('lead_agency')} = any(${agencies}::text[])
    or ${homes}::text[] && ${column('co_agencies')}
    or array[${actor.id}::text] && ${column('taken_part')}
    or ${isAmong(sql`
      select s.code from step_run s join ${holds} on ${isHeld('s')}
      where s.kind = 'plan' and s.finished_at is null
      union all
      select l.plan_code from step_run s join ${holds} on ${isHeld('s')}
      join link l on l.document_code = s.code and l.known_to is null
      where s.kind = 'document' and s.finished_at is null
      union all
      select r.code from date_request r join ${holds} on ${isHeld('r')}
      where r.kind = 'plan'`)}
  )`;
}

/** Whether the plan exists for this reader. */
export async function maySeePlan(db: Db, actor: Actor, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan')
    .select('code')
    .where('code', '=', code)
    .where(visiblePlan(actor))
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
    .where(visiblePlan(actor))
    .execute();
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return codes.includes(NO_PLAN) ? names.set(NO_PLAN, '') : names;
}
