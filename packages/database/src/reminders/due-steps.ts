import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/day';
import type { DueStep } from '@tinhgon/rules/reminders/reminders';
import type { StepKey } from '@tinhgon/rules/vocabulary';
import type { Db } from '../schema.ts';

/** An open step as its reminders name it: opened again, or due on another day, it is another. */
export interface NamedStep extends DueStep {
  readonly subject: string;
  readonly step: StepKey;
  readonly openedAt: string;
}

/** Open steps due up to and including a day. */
export async function dueSteps(db: Db, until: LegalDate): Promise<NamedStep[]> {
  const { rows } = await sql<NamedStep>`
    select subject, step, opened_at as "openedAt", function, agency, due_on as "dueOn", holder_id as holder, barred
    from step_run where finished_at is null and due_on <= ${until}::date
    order by subject, number`.execute(db);
  return rows;
}
