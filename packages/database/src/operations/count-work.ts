import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/day';
import type { WorkCounts } from '@tinhgon/rules/operation/parameters';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../schema.ts';

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
        where latest.ministry = asked.code) as procedures
    from unnest(${agencies}::text[]) as asked(code)`.execute(db);
  return Object.fromEntries(rows.map(({ code, ...counts }) => [code, counts]));
}
