import type { AsAt } from '@tinhgon/rules/counting';
import { type YearFigures, withSaving } from '@tinhgon/rules/cost/figures';
import type { CostSums } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import { baselinesCte, inChargeCte, knownAtMoment } from '../counting/counted.ts';
import { momentOf } from '../steps/open-on.ts';

export type AskedCost = AsAt & { readonly programme: string };

/**
 * CTEs `proposed(plan_code, procedure_code, ministry, figures…)`: the procedures of plans approved by the end of the
 * day asked for, and `counted(…, counts_on)`: those that count by then, as totals count them. Each with what its cost
 * sheet comes to, null without one.
 */
export function costCtes(asked: AskedCost) {
  const asAt = sql`${asked.asAt}::date`;
  const endOfDay = { knownAt: momentOf(asked) };
  const sheetsKnown = (moment: { readonly knownAt: string }) => sql`
    select p.plan_code, p.procedure_code, m.*
    from cost_period p join measure_cost m using (measure_hash)
    where p.programme = ${asked.programme} and ${knownAtMoment('p', moment)}`;
  const figures = sql`s.measure_hash, s.current_run, s.proposed_run, s.current, s.proposed, s.real, s.estimate`;
  return sql`
    ${baselinesCte(asked, asked.programme)},
    ${inChargeCte(asked)},
    in_base as materialized (select id from base where date <= ${asAt} order by date desc limit 1),
    member as (
      select procedure_code from baseline_member where baseline_id = (select id from in_base)
      union all
      select c.procedure_code from counted_period c
      where c.programme = ${asked.programme} and c.document_code is not null and ${knownAtMoment('c', asked)}
        and not exists (select from in_base)
    ),
    counted as (
      select c.plan_code, c.procedure_code, in_charge.ministry, c.counts_on, ${figures}
      from member m
      join counted_period c on c.programme = ${asked.programme} and c.procedure_code = m.procedure_code
        and ${knownAtMoment('c', asked)}
      join in_charge using (ministries)
      left join (${sheetsKnown(asked)}) s on s.plan_code = c.plan_code and s.procedure_code = c.procedure_code
      where c.counts_on <= ${asAt}
    ),
    approved as materialized (
      select distinct l.plan_code, l.procedure_code from link l
      where l.programme = ${asked.programme} and l.plan_code <> '' and ${knownAtMoment('l', endOfDay)}
    ),
    proposed as (
      select a.plan_code, a.procedure_code, in_charge.ministry, ${figures}
      from approved a
      left join (${sheetsKnown(endOfDay)}) s using (plan_code, procedure_code)
      left join procedure_ministries pm on pm.procedure_code = a.procedure_code and ${knownAtMoment('pm', asked)}
      left join in_charge on in_charge.ministries = pm.ministries
    )`;
}

/** Sums of a year over rows of these CTEs. Numbers that are exact below 2^53. */
export const sumsOfYear = sql`
  count(*)::int as procedures, count(measure_hash)::int as sheets,
  coalesce(sum(current), 0)::float8 as current, coalesce(sum(proposed), 0)::float8 as proposed,
  coalesce(sum(real), 0)::float8 as real, coalesce(sum(estimate), 0)::float8 as estimate`;

export interface SumsRow extends YearFigures {
  procedures: number;
  sheets: number;
}

/** The share last, of sums of whole đồng. */
export const sumsOf = (row: SumsRow | undefined): CostSums => ({
  procedures: row?.procedures ?? 0,
  sheets: row?.sheets ?? 0,
  ...withSaving(row ?? { current: 0, proposed: 0, real: 0, estimate: 0 }),
});
