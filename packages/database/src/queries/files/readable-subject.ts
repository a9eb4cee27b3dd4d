import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import { homesOf } from '@tinhgon/rules/person';
import { visiblePlans } from '../plans/visible-plans.ts';

/**
 * Subjects (`plan/…`, `document/…`) whose content the reader sees, as a condition on a column that names one: plans by
 * `maySeePlan`, documents by `mayReadDraft` of the rules.
 */
export function readableSubject(actor: Actor, column: string): RawBuilder<boolean> {
  if (actor.roles.some((role) => role !== 'administrator')) return sql<boolean>`true`;
  const subject = sql.ref(column);
  const homes = homesOf(actor);
  const agencies = [
    ...homes,
    ...actor.assignments.flatMap((held) =>
      held.agency === null || held.only === 'plan' ? [] : [held.agency],
    ),
  ];
  const held = JSON.stringify(actor.assignments);
  return sql<boolean>`(
    exists (select from plan where ${subject} = 'plan/' || plan.code and ${visiblePlans(actor)})
    or exists (
      select from document d where ${subject} = 'document/' || d.code and (
        d.signed_on is not null
        or d.lead_agency = any(${agencies}::text[])
        or exists (
          select from consultation c where c.document_code = d.code and c.agency = any(${homes}::text[]))
        or exists (
          select from step_run s
          join json_to_recordset(${held}::json) as held(function text, agency text, "only" text)
            on held.function = s.function and (held.agency is null or held.agency = s.agency)
              and (held."only" is null or held."only" = 'document')
          where s.subject = 'document/' || d.code and s.finished_at is null)
        or exists (
          select from plan where plan.code in (select jsonb_object_keys(d.state -> 'links')) and ${visiblePlans(actor)}))))`;
}
