import type { LegalDate } from '@tinhgon/rules/day';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

export interface OpenSteps {
  readonly subject: 'plan' | 'document';
  readonly overdue: number;
  readonly inTime: number;
}

/** How many steps wait for somebody, and how many of them are past their day. */
export async function openSteps(db: Db, today: LegalDate): Promise<readonly OpenSteps[]> {
  const { rows } = await sql<OpenSteps>`
    select kind as subject, count(*) filter (where due_on < ${today}::date)::int as overdue,
      count(*) filter (where due_on is null or due_on >= ${today}::date)::int as "inTime"
    from step_run where finished_at is null group by kind`.execute(db);
  return rows;
}
