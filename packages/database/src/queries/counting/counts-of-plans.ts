import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';
import type { LegalDate } from '@tinhgon/rules/day';
import type { Db } from '../../schema.ts';
import { knownAtMoment } from './counted.ts';

/**
 * By plan, the procedures whose evidence is complete as far as is known now, with the day they count; of a past day,
 * those that counted then.
 */
export async function countsOfPlans(
  db: Db,
  planCodes: readonly string[],
  past?: AsAt,
): Promise<Map<string, Map<string, LegalDate>>> {
  if (planCodes.length === 0) return new Map();
  const known = (alias: string) =>
    past
      ? sql`${sql.ref(`${alias}.known_from`)} <= ${past.knownAt}::timestamptz and (
          ${sql.ref(`${alias}.superseded_at`)} is null or ${sql.ref(`${alias}.superseded_at`)} > ${past.knownAt}::timestamptz)`
      : sql`${sql.ref(`${alias}.superseded_at`)} is null`;
  const { rows } = await sql<{ plan_code: string; procedure_code: string; counts_on: LegalDate }>`
    select l.plan_code, l.procedure_code,
      max(greatest(p.in_force_on, c.announced_on, c.entered_on)) as counts_on
    from link l
    left join evidence p
      on p.document_code = l.document_code and p.kind = 'promulgation' and ${known('p')}
    left join lateral (
      select min(date) filter (where kind = 'announcement') as announced_on,
        min(date) filter (where kind = 'database-entry') as entered_on
      from evidence_procedure e
      where e.document_code = l.document_code and e.procedure_code = l.procedure_code
        and ${known('e')}
    ) c on true
    where l.plan_code = any(${planCodes}::text[]) and ${past ? knownAtMoment('l', past) : sql`l.known_to is null`}
    group by l.plan_code, l.procedure_code
    having bool_and(p.in_force_on is not null and c.announced_on is not null and c.entered_on is not null)
      ${past ? sql`and max(greatest(p.in_force_on, c.announced_on, c.entered_on)) <= ${past.asAt}::date` : sql``}`.execute(
    db,
  );
  const byPlan = Map.groupBy(rows, (row) => row.plan_code);
  return new Map(
    [...byPlan].map(([plan, own]) => [plan, new Map(own.map((row) => [row.procedure_code, row.counts_on]))]),
  );
}
