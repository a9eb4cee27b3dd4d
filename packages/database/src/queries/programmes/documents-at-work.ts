import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';
import type { Trx } from '../../schema.ts';
import { stoodOpenOn } from '../steps/open-on.ts';

export interface DocumentsAtWork {
  open: number;
  overdue: number;
  procedures_overdue: number;
}

/** Documents of a programme with an open step at the end of the day asked for, by lead agency. */
export async function documentsAtWork(
  trx: Trx,
  programme: string,
  asked: AsAt,
): Promise<DocumentsAtWork & { byMinistry: ReadonlyMap<string, DocumentsAtWork> }> {
  const { rows } = await sql<DocumentsAtWork & { ministry: string | null }>`
    with at_work as (
      select s.code, s.ministry as lead_agency, bool_or(s.due_on < ${asked.asAt}::date) as overdue,
        max(s.procedures) as procedures
      from step_period s
      where s.kind = 'document' and s.programme = ${programme} and ${stoodOpenOn('s', asked)}
      group by s.code, s.ministry
    )
    select lead_agency as ministry, count(*)::int as open,
      count(*) filter (where overdue)::int as overdue,
      coalesce(sum(procedures) filter (where overdue), 0)::int as procedures_overdue
    from at_work group by grouping sets ((), (lead_agency))`.execute(trx);
  const whole = rows.find((row) => row.ministry === null);
  const byMinistry = new Map<string, DocumentsAtWork>();
  for (const { ministry, ...row } of rows) if (ministry !== null) byMinistry.set(ministry, row);
  return {
    open: whole?.open ?? 0,
    overdue: whole?.overdue ?? 0,
    procedures_overdue: whole?.procedures_overdue ?? 0,
    byMinistry,
  };
}
