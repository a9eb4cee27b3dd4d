import { sql } from 'kysely';
import type { Trx } from '../schema.ts';

/**
 * The rule of `rules/counting.ts` (`countsOn`) for every moment at which something became known of a procedure: its
 * links, their documents' evidence, its cost, its agencies. Moments at which nothing changed are left out.
 *
 * A procedure of several plans counts with the first whose measure is complete, so that a later plan for it never
 * takes back what has been counted. It stands at the document of that measure that came into force last.
 */
export async function insertPeriods(
  trx: Trx,
  codes: readonly string[],
  { missingOnly = false } = {},
): Promise<void> {
  const known = (table: string) => sql`
    ${sql.ref(`${table}.known_from`)} <= m.moment
    and (${sql.ref(`${table}.superseded_at`)} is null or ${sql.ref(`${table}.superseded_at`)} > m.moment)`;
  const onlyMissing = missingOnly
    ? sql`where not exists (
        select from counted_period p where p.programme = pair.programme and p.procedure_code = pair.procedure_code)`
    : sql``;
  await sql`
    with asked as materialized (select unnest(${codes}::text[]) collate "C" as procedure_code),
    own_link as materialized (select l.* from link l join asked using (procedure_code)),
    own_cost as materialized (select k.* from cost_period k join asked using (procedure_code)),
    pair as materialized (
      select * from (
        select programme, procedure_code from own_link
        union
        select b.programme, m.procedure_code
        from asked join baseline_member m using (procedure_code) join baseline b on b.id = m.baseline_id
      ) pair ${onlyMissing}
    ),
    moment as materialized (
      select programme, procedure_code, '-infinity'::timestamptz as moment from pair
      union
      select programme, procedure_code, at.moment
      from own_link l cross join lateral (values (l.known_from), (l.known_to)) at(moment)
      where at.moment is not null
      union
      select l.programme, l.procedure_code, at.moment
      from own_link l join evidence e on e.document_code = l.document_code and e.kind = 'promulgation'
      cross join lateral (values (e.known_from), (e.superseded_at)) at(moment)
      where at.moment is not null
      union
      select l.programme, l.procedure_code, at.moment
      from own_link l
      join evidence_procedure e on e.document_code = l.document_code and e.procedure_code = l.procedure_code
      cross join lateral (values (e.known_from), (e.superseded_at)) at(moment)
      where e.kind <> 'display' and at.moment is not null
      union
      select k.programme, k.procedure_code, at.moment
      from own_cost k cross join lateral (values (k.known_from), (k.known_to)) at(moment)
      where at.moment is not null
      union
      select pair.programme, pair.procedure_code, pm.known_from
      from pair join procedure_ministries pm using (procedure_code)
    ),
    known_link as (
      select m.programme, m.procedure_code, m.moment, l.document_code, l.plan_code, l.measure, l.known_from
      from moment m
      join own_link l on l.programme = m.programme and l.procedure_code = m.procedure_code
        and l.known_from <= m.moment and (l.known_to is null or l.known_to > m.moment)
      -- What was imported without a plan belongs to the plan that names the same document for it, once there is one.
      where l.plan_code <> '' or not exists (
        select from own_link o
        where o.programme = m.programme and o.procedure_code = m.procedure_code
          and o.document_code = l.document_code and o.plan_code <> ''
          and o.known_from <= m.moment and (o.known_to is null or o.known_to > m.moment))
    ),
    per_document as (
      select m.*, f.in_force_on,
        case when f.in_force_on is not null and c.announced_on is not null and c.entered_on is not null
          then greatest(f.in_force_on, c.announced_on, c.entered_on) end as day
      from known_link m
      left join lateral (
        select max(e.in_force_on) as in_force_on from evidence e
        where e.document_code = m.document_code and e.kind = 'promulgation' and ${known('e')}
      ) f on true
      left join lateral (
        select min(e.date) filter (where e.kind = 'announcement') as announced_on,
          min(e.date) filter (where e.kind = 'database-entry') as entered_on
        from evidence_procedure e
        where e.document_code = m.document_code and e.procedure_code = m.procedure_code and ${known('e')}
      ) c on true
    ),
    per_plan as (
      select programme, procedure_code, moment, plan_code, max(known_from) as linked_from,
        case when bool_and(day is not null) then max(day) end as counts_on,
        (array_agg(document_code order by in_force_on desc nulls last, document_code))[1] as document_code,
        (array_agg(measure order by in_force_on desc nulls last, document_code))[1] as measure
      from per_document
      group by programme, procedure_code, moment, plan_code
    ),
    counted as (
      select distinct on (programme, procedure_code, moment) *
      from per_plan
      order by programme, procedure_code, moment, counts_on nulls last, linked_from desc, plan_code
    ),
    valued as (
      select m.programme, m.procedure_code, m.moment, c.plan_code, c.document_code, c.measure, c.linked_from,
        c.counts_on, coalesce(pm.ministries, '{}') as ministries, k.measure_hash
      from moment m
      left join counted c using (programme, procedure_code, moment)
      left join own_cost k on k.plan_code = c.plan_code and k.procedure_code = m.procedure_code
        and k.known_from <= m.moment and (k.known_to is null or k.known_to > m.moment)
      left join lateral (
        select ministries from procedure_ministries pm
        where pm.procedure_code = m.procedure_code
        order by (pm.known_from <= m.moment) desc,
          case when pm.known_from <= m.moment then pm.known_from end desc nulls last, pm.known_from
        limit 1
      ) pm on true
    ),
    told_apart as (
      select *, lag(valued_as) over same is distinct from valued_as as is_new
      from (
        select *, row(plan_code, document_code, measure, linked_from, counts_on, ministries, measure_hash)::text
          as valued_as
        from valued
      ) v
      window same as (partition by programme, procedure_code order by moment)
    )
    insert into counted_period (
      programme, procedure_code, known_from, known_to, plan_code, document_code, measure, linked_from, counts_on,
      ministries, counted_ministry, level, field, measure_hash, saving)
    select programme, procedure_code, moment,
      lead(moment) over (partition by programme, procedure_code order by moment),
      plan_code, document_code, measure, linked_from, counts_on, ministries,
      case when counts_on is not null then ministry_on(ministries, counts_on) end, p.level, p.field,
      measure_hash, cost.current - cost.proposed
    from told_apart
    left join procedure p on p.code = procedure_code
    left join measure_cost cost using (measure_hash)
    where is_new`.execute(trx);
}
