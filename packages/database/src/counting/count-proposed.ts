import { sql } from 'kysely';
import type { Trx } from '../schema.ts';
import { COST_SUMS } from './cost-sums.ts';

/** Plans counted in one statement. */
const BATCH = 5_000;

/**
 * Makes the cells of what plans propose again from their links, their cost sheets and the agencies in charge, in the
 * transaction that changed any of these. A procedure whose agencies were entered later had the first ones before.
 */
export async function countProposed(trx: Trx, planCodes: Iterable<string>): Promise<void> {
  const codes = [...new Set(planCodes)];
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch = codes.slice(start, start + BATCH);
    await sql`delete from proposed_cell where plan_code = any(${batch}::text[])`.execute(trx);
    await insertCells(trx, batch);
  }
}

async function insertCells(trx: Trx, planCodes: readonly string[]): Promise<void> {
  const own = sql`plan_code = any(${planCodes}::text[]) and plan_code <> ''`;
  await sql`
    with own_link as materialized (select * from link where ${own}),
    own_cost as materialized (select * from cost_period where ${own}),
    moment as (
      select plan_code, procedure_code, at.moment
      from (
        select plan_code, procedure_code, known_from, known_to from own_link
        union all
        select plan_code, procedure_code, known_from, known_to from own_cost
      ) told
      cross join lateral (values (known_from), (known_to)) at(moment)
      where at.moment is not null
      group by plan_code, procedure_code, at.moment
    ),
    span as (
      select plan_code, procedure_code, moment as known_from,
        lead(moment) over (partition by plan_code, procedure_code order by moment) as known_to
      from moment
    ),
    -- While it was linked; by several documents it is still one procedure.
    linked as (
      select distinct s.*, l.programme
      from span s join own_link l using (plan_code, procedure_code)
      where l.known_from <= s.known_from and (l.known_to is null or l.known_to > s.known_from)
    ),
    in_charge as (
      select procedure_code, ministries, known_to,
        case when lag(known_from) over own is null then '-infinity'::timestamptz else known_from end as known_from
      from procedure_ministries where procedure_code in (select procedure_code from own_link)
      window own as (partition by procedure_code order by known_from)
    )
    insert into proposed_cell (
      programme, plan_code, known_from, known_to, ministries, in_charge_from, in_charge_to,
      ${sql.join(Object.keys(COST_SUMS).map((column) => sql.ref(column)))})
    select l.programme, l.plan_code, l.known_from, l.known_to, coalesce(c.ministries, '{}'),
      coalesce(c.known_from, '-infinity'), c.known_to, ${sql.join(Object.values(COST_SUMS))}
    from linked l
    left join in_charge c using (procedure_code)
    left join own_cost k on k.plan_code = l.plan_code and k.procedure_code = l.procedure_code
      and k.known_from <= l.known_from and (k.known_to is null or k.known_to > l.known_from)
    left join measure_cost cost using (measure_hash)
    group by l.programme, l.plan_code, l.known_from, l.known_to, c.ministries, c.known_from, c.known_to`.execute(
    trx,
  );
}
