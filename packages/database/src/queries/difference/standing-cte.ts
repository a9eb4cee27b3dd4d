import type { AsAt } from '@tinhgon/rules/counting';
import { sql } from 'kysely';
import { knownAtMoment } from '../counting/counted.ts';

export interface TwoDays {
  readonly programme: string;
  readonly from: AsAt;
  readonly to: AsAt;
}

/** CTE `{name}_set(id, date, count, reason)`: the baseline in force on a day. */
const setCte = (name: 'before' | 'after', programme: string, asked: AsAt) => sql`
  ${sql.ref(`${name}_set`)} as materialized (
    select id, date, count, reason from baseline
    where programme = ${programme} and recorded_at <= ${asked.knownAt}::timestamptz and date <= ${asked.asAt}::date
    order by date desc, recorded_at desc, id desc limit 1
  )`;

/** CTE `{name}_charge(ministries, ministry)`: whom each way in which agencies follow each other leads to on the day. */
const chargeCte = (name: 'before' | 'after', { asAt }: AsAt) => sql`
  ${sql.ref(`${name}_charge`)} as materialized (
    select ministries, ministry_on(ministries, ${asAt}::date) as ministry from agencies_in_turn
  )`;

/** CTEs of both days: the baselines in force and who was in charge. */
export const daysCtes = ({ programme, from, to }: TwoDays) => sql`
  ${setCte('before', programme, from)}, ${setCte('after', programme, to)},
  ${chargeCte('before', from)}, ${chargeCte('after', to)}`;

/** Those a programme was measured by on one of the days: the members of its baseline or, before the first, whatever is linked. */
const measuredOn = (name: 'before' | 'after', programme: string, asked: AsAt) => sql`
  select procedure_code, true as in_set from baseline_member
  where baseline_id = (select id from ${sql.ref(`${name}_set`)})
  union all
  select p.procedure_code, false from counted_period p
  where p.programme = ${programme} and p.document_code is not null and ${knownAtMoment('p', asked)}
    and not exists (select from ${sql.ref(`${name}_set`)})`;

/** CTE `{name}`: those measured on one of the days as they stood on it. */
const standing = (name: 'before' | 'after', programme: string, asked: AsAt) => sql`
  ${sql.ref(name)} as materialized (
    select m.procedure_code as code, m.in_set, p.plan_code, p.document_code, p.counts_on,
      nullif(p.known_from, '-infinity') as known_from,
      coalesce(p.counts_on <= ${asked.asAt}::date, false) as counts, charge.ministry
    from (${measuredOn(name, programme, asked)}) m
    left join counted_period p on p.programme = ${programme} and p.procedure_code = m.procedure_code
      and ${knownAtMoment('p', asked)}
    left join ${sql.ref(`${name}_charge`)} charge on charge.ministries = p.ministries
  )`;

/**
 * CTE `line`, after `daysCtes`: every procedure of either day with what it adds to the difference of the number
 * (`simplified`) and of what it is measured by (`baseline`), and why (`cause`; null where it stands as it stood).
 */
export const linesCte = ({ programme, from, to }: TwoDays) => sql`
  ${standing('before', programme, from)},
  ${standing('after', programme, to)},
  line as materialized (
    select code, 1 as procedures, b.code is not null as was_in, a.code is not null as is_in,
      coalesce(b.counts, false) as counted, coalesce(a.counts, false) as counts,
      coalesce(b.in_set, false) as was_measured, coalesce(a.in_set, false) as is_measured,
      b.ministry as ministry_before, a.ministry as ministry_after,
      b.counts_on as counted_on, a.counts_on, coalesce(a.document_code, b.document_code) as document_code,
      a.known_from as known_since,
      case
        when b.code is null or b.in_set < a.in_set then 'joined'
        when a.code is null or a.in_set < b.in_set then 'left'
        when a.counts and not b.counts and a.counts_on <= ${from.asAt}::date then 'recorded-late'
        when a.counts and not b.counts then 'counted'
        when b.counts and not a.counts and a.document_code is null then 'unlinked'
        when b.counts and not a.counts and exists (
          select from event e where e.subject = 'plan/' || b.plan_code and e.type = 'reopened'
            and e.written_at > ${from.knownAt}::timestamptz and e.written_at <= ${to.knownAt}::timestamptz) then 'reopened'
        when b.counts and not a.counts then 'corrected'
        when a.ministry is distinct from b.ministry then 'moved'
      end as cause
    from before b full join after a using (code)
  )`;
