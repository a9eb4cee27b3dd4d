import { sql } from 'kysely';
import { knownAtMoment } from '../counting/counted.ts';
import type { TwoDays } from './standing-cte.ts';

/** The baselines in force on the two days; null before the first. */
export interface TwoBaselines {
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Whether `cellLinesCte` can say what `linesCte` says: both days as known at one moment, so that a procedure stands in
 * one cell on both, and both measured by a baseline or both by whatever is linked.
 */
export const isInCells = ({ from, to }: TwoDays, { before, after }: TwoBaselines): boolean =>
  from.knownAt === to.knownAt && (before === null) === (after === null);

/**
 * CTE `line`, after `daysCtes`: the lines of `linesCte` added up from cells instead of procedure by procedure. Who is of
 * one baseline alone is looked at singly and taken out of the cells, so that some lines count less than nothing.
 */
export const cellLinesCte = ({ programme, from, to }: TwoDays, { before, after }: TwoBaselines) => {
  const same = before === after;
  return sql`
    ${same ? sql`` : sql`of_one as materialized (${onlyIn({ programme, from, to }, { before, after })}),`}
    stood as (
      select true as was_in, true as is_in, c.ministries, c.counts_on, c.procedures
      from count_cell c
      where c.programme = ${programme} and c.baseline_id = ${after ?? ''} and ${knownAtMoment('c', to)}
        and (${after}::text is not null or c.document_code is not null)
      ${
        same
          ? sql``
          : sql`
            union all select true, true, ministries, counts_on, -1 from of_one where is_in
            union all select not is_in, is_in, ministries, counts_on, 1 from of_one`
      }
    ),
    line as materialized (
      select procedures, was_in, is_in, counted, counts, was_in and ${after}::text is not null as was_measured,
        is_in and ${after}::text is not null as is_measured,
        before_charge.ministry as ministry_before, after_charge.ministry as ministry_after,
        case
          when not was_in then 'joined'
          when not is_in then 'left'
          when counts and not counted then 'counted'
          when counted and not counts then 'corrected'
          when after_charge.ministry is distinct from before_charge.ministry then 'moved'
        end as cause
      from (
        select *, was_in and coalesce(counts_on <= ${from.asAt}::date, false) as counted,
          is_in and coalesce(counts_on <= ${to.asAt}::date, false) as counts
        from stood
      ) stood
      left join before_charge using (ministries)
      left join after_charge using (ministries)
    )`;
};

/** Those who are of one of the baselines alone, `is_in` being the second. */
const onlyIn = ({ programme, to }: TwoDays, { before, after }: TwoBaselines) => sql`
  select is_in, p.ministries, p.counts_on
  from (
    select coalesce(b.procedure_code, a.procedure_code) as procedure_code, a.procedure_code is not null as is_in
    from (select procedure_code from baseline_member where baseline_id = ${before}) b
    full join (select procedure_code from baseline_member where baseline_id = ${after}) a using (procedure_code)
    where b.procedure_code is null or a.procedure_code is null
  ) of_one
  left join counted_period p on p.programme = ${programme} and p.procedure_code = of_one.procedure_code
    and ${knownAtMoment('p', to)}`;
