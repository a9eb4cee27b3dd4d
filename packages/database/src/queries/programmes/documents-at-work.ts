import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';
import type { Trx } from '../../schema.ts';
import { openOn, stoodOn } from '../steps/open-on.ts';

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
      select d.code, st.agency as lead_agency, bool_or(s.due_on < ${asked.asAt}::date) as overdue, max(s.procedures) as procedures
      from step_run s join document d on s.kind = 'document' and s.code = d.code
      join subject_period st on st.subject = s.subject and ${stoodOn('st', asked)}
      where d.programme = ${programme} and ${openOn('s', asked)}
      group by d.code, st.agency
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
