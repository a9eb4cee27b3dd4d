import { type RawBuilder, sql } from 'kysely';
import { knownAtMoment } from '../counting/counted.ts';
import type { TwoDays } from './standing-cte.ts';

/** The baselines in force on the two days; null before the first. */
export interface TwoBaselines {
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Whether both days are asked about as known at one moment, so that a procedure stands in one period and in one cell on
 * both, and both are measured by a baseline or both by whatever is linked. Then the lines of `linesCte` are got without
 * a look at each procedure on each day.
 */
export const isKnownAtOnce = ({ from, to }: TwoDays, { before, after }: TwoBaselines): boolean =>
  from.knownAt === to.knownAt && (before === null) === (after === null);

/**
 * CTE `line`, after `daysCtes`: the lines added up from cells. Who is of one baseline alone is looked at singly and
 * taken out of the cells, so that some lines count less than nothing.
 */
export const cellLinesCte = (asked: TwoDays, baselines: TwoBaselines) => {
  const { programme, to } = asked;
  const { before, after } = baselines;
  const cells = sql`
    select true as was_in, true as is_in, c.ministries, c.counts_on, c.procedures
    from count_cell c
    where c.programme = ${programme} and c.baseline_id = ${after ?? ''} and ${knownAtMoment('c', to)}
      ${after === null ? sql`and c.document_code is not null` : sql``}`;
  if (before === after) return sql`${lineOf(asked, baselines, cells)}`;
  return sql`
    of_one as materialized (
      select m.is_in, p.ministries, p.counts_on
      from (select * from (${members(baselines)}) m where not was_in or not is_in) m ${periods(asked)}
    ),
    ${lineOf(
      asked,
      baselines,
      sql`
        ${cells}
        union all select true, true, ministries, counts_on, -1 from of_one where is_in
        union all select not is_in, is_in, ministries, counts_on, 1 from of_one`,
    )}`;
};

/**
 * CTE `line`, after `daysCtes`: those lines that have a cause, one by one, by which a page is found without reading all.
 */
export const procedureLinesCte = (asked: TwoDays, baselines: TwoBaselines) => {
  const [first, last] = [asked.from.asAt, asked.to.asAt].toSorted();
  return lineOf(
    asked,
    baselines,
    sql`
      select m.procedure_code as code, m.was_in, m.is_in, p.ministries, p.counts_on, 1 as procedures, p.document_code,
        nullif(p.known_from, '-infinity') as known_since
      from (${baselines.after === null ? linked(asked) : members(baselines)}) m ${periods(asked)}
      where not m.was_in or not m.is_in or (p.counts_on > ${first}::date and p.counts_on <= ${last}::date)
        or p.ministries in (
          select ministries from before_charge join after_charge using (ministries)
          where before_charge.ministry is distinct from after_charge.ministry)`,
  );
};

/** CTE `line` from rows that say who stood where and what their period says. */
const lineOf = ({ from, to }: TwoDays, { after }: TwoBaselines, stood: RawBuilder<unknown>) => sql`
  line as (
    select stood.*, counts_on as counted_on,
      was_in and ${after}::text is not null as was_measured, is_in and ${after}::text is not null as is_measured,
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
      from (${stood}) stood
    ) stood
    left join before_charge using (ministries)
    left join after_charge using (ministries)
  )`;

const periods = ({ programme, to }: TwoDays) => sql`
  left join counted_period p on p.programme = ${programme} and p.procedure_code = m.procedure_code
    and ${knownAtMoment('p', to)}`;

/** Members of either baseline, with which of the two they are of. */
function members({ before, after }: TwoBaselines) {
  const of = (baseline: string | null) =>
    sql`select procedure_code from baseline_member where baseline_id = ${baseline}`;
  if (before === after)
    return sql`select procedure_code, true as was_in, true as is_in from (${of(after)}) m`;
  return sql`
    select coalesce(b.procedure_code, a.procedure_code) as procedure_code, b.procedure_code is not null as was_in,
      a.procedure_code is not null as is_in
    from (${of(before)}) b full join (${of(after)}) a using (procedure_code)`;
}

const linked = ({ programme, to }: TwoDays) => sql`
  select p.procedure_code, true as was_in, true as is_in from counted_period p
  where p.programme = ${programme} and p.document_code is not null and ${knownAtMoment('p', to)}`;
