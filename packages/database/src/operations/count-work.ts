import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/day';
import type { WorkCounts } from '@tinhgon/rules/operation/parameters';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../schema.ts';
import { CLOSED_BOTTLENECKS } from './agency-work.ts';

/** How much each agency has of each kind of work, on a day. */
export async function countWork(
  db: Db,
  agencies: readonly string[],
  day: LegalDate,
): Promise<Record<string, WorkCounts>> {
  const closed = sql`${[...CLOSED_PHASES]}::text[]`;
  const { rows } = await sql<WorkCounts & { readonly code: string }>`
    select asked.code,
      (select count(*)::int from plan where lead_agency = asked.code and phase <> all(${closed})) as plans,
      (select count(*)::int from plan
        where asked.code = any(co_agencies) and phase <> all(${closed})) as "coPlans",
      (select count(*)::int from document where lead_agency = asked.code and phase <> all(${closed})) as documents,
      (select count(*)::int from step_run where agency = asked.code and finished_at is null) as "openSteps",
      (select count(*)::int from step_run
        where agency = asked.code and finished_at is null and due_on is not null) as clocks,
      (select count(*)::int from step_run
        where agency = asked.code and finished_at is null and due_on < ${day}::date) as overdue,
      (select count(*)::int from assignment
        where agency = asked.code and "from" <= ${day}::date and ("to" is null or "to" >= ${day}::date)) as roles,
      (select count(*)::int from person where agency = asked.code and active) as people,
      (select count(*)::int from (
        select distinct on (procedure_code) ministry from procedure_ministry
        where "from" <= ${day}::date order by procedure_code, "from" desc) latest
        where latest.ministry = asked.code) as procedures,
      (select count(distinct d.id)::int from delegation d
        join assignment a on a.person_id = d.person_id and (d.assignments is null or a.id = any(d.assignments))
        where a.agency = asked.code and d.revoked_at is null and d."to" >= ${day}::date
          and a."from" <= d."to" and coalesce(a."to", 'infinity') >= greatest(d."from", ${day}::date)) as delegations,
      (select count(*)::int from bottleneck
        where responsible = asked.code and phase <> all(${CLOSED_BOTTLENECKS}::text[])) as bottlenecks,
      (select count(*)::int from campaign where asked.code = any(campaign.asked) and phase = 'open') as campaigns,
      (select count(*)::int from inspection where agency = asked.code and phase = 'open') as inspections,
      (select coalesce(sum(findings - ended), 0)::int from inspection
        where agency = asked.code and phase = 'open') as findings
    from unnest(${agencies}::text[]) as asked(code)`.execute(db);
  return Object.fromEntries(rows.map(({ code, ...counts }) => [code, counts]));
}
