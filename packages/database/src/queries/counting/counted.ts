import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';

/** Whether a row was known at a moment; of tables with `known_from` and `known_to`. */
export const knownAtMoment = (alias: string, { knownAt }: Pick<AsAt, 'knownAt'>) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column('known_from')} <= ${knownAt}::timestamptz
    and (${column('known_to')} is null or ${column('known_to')} > ${knownAt}::timestamptz)`;
};

/** CTE `base(id, date, count, reason)`: the baselines of a programme that were known, one for each date. */
export const baselinesCte = ({ knownAt }: Pick<AsAt, 'knownAt'>, programme: string | null) => sql`
  base as (
    select distinct on (date) id, date, count, reason
    from baseline
    where programme = ${programme}::text and recorded_at <= ${knownAt}::timestamptz
    order by date, recorded_at desc, id desc
  )`;

/** CTE `in_charge(ministries, ministry)`: whom each way in which agencies follow each other leads to on a day. */
export const inChargeCte = ({ asAt }: Pick<AsAt, 'asAt'>) => sql`
  in_charge as materialized (
    select ministries, ministry_on(ministries, ${asAt}::date) as ministry from agencies_in_turn
    union all
    select '{}'::text[], null
  )`;

/** CTE `in_base(id)`, after `base`: the baseline in force on the day; no row before the first one. */
export const inBaseCte = ({ asAt }: Pick<AsAt, 'asAt'>) => sql`
  in_base as materialized (select id from base where date <= ${asAt}::date order by date desc limit 1)`;

/** Rows of a table of cells, under the alias given, of what a programme is measured against as it was known. */
export const ofTheBaseline = (alias: string, asked: AsAt, programme: string) => sql`
  ${sql.ref(`${alias}.baseline_id`)} = coalesce((select id from in_base), '')
  and ${sql.ref(`${alias}.programme`)} = ${programme} and ${knownAtMoment(alias, asked)}`;

/**
 * CTEs `base`, `in_base(id)` and `cell`: the procedures a programme is measured against, those of the baseline in
 * force on the day or, before the first one, whatever is linked, as cells with the agency in charge on that day. Told
 * apart by document or else by measure.
 */
export const cellCtes = (
  asked: AsAt,
  programme: string,
  by: 'count_cell' | 'measure_cell' = 'count_cell',
) => sql`
  ${baselinesCte(asked, programme)},
  ${inBaseCte(asked)},
  known_cell as materialized (
    select c.* from ${sql.table(by)} c where ${ofTheBaseline('c', asked, programme)}
  ),
  ${inChargeCte(asked)},
  cell as (select known_cell.*, in_charge.ministry from known_cell join in_charge using (ministries))`;

/**
 * The agency in charge of a procedure on a day: the last entry dated on or before it, or the first there is.
 * To be used in a lateral join on `procedure_code`.
 */
export const ministryOn = (procedureCode: ReturnType<typeof sql.ref>, day: ReturnType<typeof sql>) => sql`
  (select ministry_on(pm.ministries, ${day}) from procedure_ministries pm
   where pm.procedure_code = ${procedureCode} and pm.known_to is null)`;
