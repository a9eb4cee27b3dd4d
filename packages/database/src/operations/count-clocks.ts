import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/**
 * How many clocks run in these subjects: steps with a due day, bottlenecks that wait for an answer, findings and
 * campaigns with a day.
 */
export async function countClocks(
  db: Db,
  subjects: readonly { readonly subject: string }[],
): Promise<number> {
  const asked = sql`${subjects.map(({ subject }) => subject)}::text[]`;
  const { rows } = await sql<{ n: number }>`
    select (
      (select count(*) from step_run where subject = any(${asked}) and finished_at is null and due_on is not null)
      + (select count(*) from bottleneck
          where 'bottleneck/' || code = any(${asked}) and phase in ('raised', 'escalated'))
      + (select count(*) from campaign where 'campaign/' || code = any(${asked}))
      + (select coalesce(sum(open.n), 0) from inspection, lateral (
          select count(*) as n from jsonb_array_elements(state -> 'findings') finding
          where finding ->> 'phase' = 'open') open
          where 'inspection/' || code = any(${asked}))
    )::int as n`.execute(db);
  return rows[0]?.n ?? 0;
}
