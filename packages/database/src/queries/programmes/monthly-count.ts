import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import type { Trx } from '../../schema.ts';
import { baselinesCte, knownAtMoment } from '../counting/counted.ts';

/**
 * The programme's number at each month's end (the last one: at the day asked for), each against the baseline
 * that was in force then, from the month of the first baseline or count.
 */
export async function monthlyCount(trx: Trx, programme: string, asked: AsAt): Promise<TotalsView['byMonth']> {
  const { rows } = await sql<TotalsView['byMonth'][number]>`
    with ${baselinesCte(asked, programme)},
    monthly as materialized (
      select b.id, date_trunc('month', c.counts_on::timestamp)::date as month, sum(c.procedures) as n
      from base b join count_cell c on c.baseline_id = b.id
      where c.programme = ${programme} and ${knownAtMoment('c', asked)} and c.counts_on <= ${asked.asAt}::date
      group by b.id, date_trunc('month', c.counts_on::timestamp)
    ),
    months as (
      select month::date, least((month + interval '1 month' - interval '1 day')::date, ${asked.asAt}::date) as last
      from generate_series(
        date_trunc('month', (select min(date) from base)::timestamp),
        date_trunc('month', ${asked.asAt}::timestamp),
        interval '1 month') as month
    )
    select to_char(months.month, 'YYYY-MM') as month, b.count as baseline,
      coalesce((select sum(n) from monthly where monthly.id = b.id and monthly.month <= months.month), 0)::int as simplified
    from months
    left join lateral (select id, count from base where date <= months.last order by date desc limit 1) b on true
    order by months.month`.execute(trx);
  return rows;
}
