import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';

/**
 * CTEs ending in `counted(procedure_code, measure, plan_code, document_code, counts_on)`: the day each linked
 * procedure counts, as far as the record was known at `knownAt` (rules/counting.ts `countsOn` in SQL).
 * A procedure of several plans counts with the first whose measure is complete, so that a later plan for it
 * never takes back what has been counted. `document_code` is where it stands in the partition by document: the
 * one in force last. Without `programme` the links of all programmes are looked at.
 */
export const countedCtes = ({ knownAt }: Pick<AsAt, 'knownAt'>, programme: string | null) => sql`
  known_link as not materialized (
    select procedure_code, document_code, plan_code, measure, known_from
    from link l
    where (${programme}::text is null or programme = ${programme}::text) and ${linkKnown(knownAt, 'l')}
      -- What was imported without a plan belongs to the plan that names the same document for it, once there is one.
      and (plan_code <> '' or not exists (
        select from link o
        where o.procedure_code = l.procedure_code and o.document_code = l.document_code
          and o.programme = l.programme and o.plan_code <> '' and ${linkKnown(knownAt, 'o')}))
  ),
  in_force as (
    select document_code, max(in_force_on) as day
    from evidence
    where kind = 'promulgation' and ${known(knownAt)}
    group by document_code
  ),
  covered as (
    select document_code, procedure_code,
      min(date) filter (where kind = 'announcement') as announced_on,
      min(date) filter (where kind = 'database-entry') as entered_on
    from evidence_procedure
    where kind <> 'display' and ${known(knownAt)}
    group by document_code, procedure_code
  ),
  per_document as (
    select l.procedure_code, l.document_code, l.plan_code, l.measure, l.known_from, f.day as in_force_on,
      case when f.day is not null and c.announced_on is not null and c.entered_on is not null
        then greatest(f.day, c.announced_on, c.entered_on) end as day
    from known_link l
    left join in_force f using (document_code)
    left join covered c using (document_code, procedure_code)
  ),
  per_plan as (
    select procedure_code, plan_code, max(known_from) as known_from,
      case when bool_and(day is not null) then max(day) end as counts_on,
      (array_agg(document_code order by in_force_on desc nulls last, document_code))[1] as document_code,
      (array_agg(measure order by in_force_on desc nulls last, document_code))[1] as measure
    from per_document
    group by procedure_code, plan_code
  ),
  counted as (
    select distinct on (procedure_code) procedure_code, plan_code, counts_on, document_code, measure
    from per_plan
    order by procedure_code, counts_on nulls last, known_from desc, plan_code
  )`;

const linkKnown = (knownAt: string, alias: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column('known_from')} <= ${knownAt}::timestamptz
    and (${column('known_to')} is null or ${column('known_to')} > ${knownAt}::timestamptz)`;
};

const known = (knownAt: string) =>
  sql`recorded_at <= ${knownAt}::timestamptz and (superseded_at is null or superseded_at > ${knownAt}::timestamptz)`;

/** CTE `base(id, date, count, reason)`: the baselines of a programme that were known, one for each date. */
export const baselinesCte = ({ knownAt }: Pick<AsAt, 'knownAt'>, programme: string | null) => sql`
  base as (
    select distinct on (date) id, date, count, reason
    from baseline
    where programme = ${programme}::text and recorded_at <= ${knownAt}::timestamptz
    order by date, recorded_at desc, id desc
  )`;

/**
 * The agency in charge of a procedure on a day: the last entry dated on or before it, or the first there is.
 * To be used in a lateral join on `procedure_code`.
 */
export const ministryOn = (procedureCode: ReturnType<typeof sql.ref>, day: ReturnType<typeof sql>) => sql`
  (select ministry from procedure_ministry pm
   where pm.procedure_code = ${procedureCode}
   order by (pm."from" <= ${day}) desc, case when pm."from" <= ${day} then pm."from" end desc nulls last, pm."from"
   limit 1)`;
