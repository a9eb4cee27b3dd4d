import type { LegalDate } from '@tinhgon/rules/day';
import type { DueStep } from '@tinhgon/rules/reminders/reminders';
import type { StepKey } from '@tinhgon/rules/vocabulary';
import { holderOf } from '../queries/steps/holder-of.ts';
import type { Db } from '../schema.ts';

/** An open step as its reminders name it: opened again, or due on another day, it is another. */
export interface NamedStep extends DueStep {
  /** `plan/{code}` or `document/{code}`. */
  readonly name: string;
  readonly step: StepKey;
  readonly openedAt: string;
}

/** Open steps due up to and including a day. */
export async function dueSteps(db: Db, until: LegalDate): Promise<NamedStep[]> {
  const rows = await db
    .selectFrom('step_run')
    .select(['subject', 'kind', 'step', 'opened_at', 'function', 'agency', 'due_on', 'barred'])
    .select(['holder_id', 'holder_name', 'on_behalf_of'])
    .where('finished_at', 'is', null)
    .where('due_on', 'is not', null)
    .where('due_on', '<=', until)
    .$narrowType<{ due_on: LegalDate }>()
    .orderBy('subject')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    name: row.subject,
    subject: row.kind,
    step: row.step,
    openedAt: row.opened_at,
    function: row.function,
    agency: row.agency,
    dueOn: row.due_on,
    holder: holderOf(row),
    barred: row.barred,
  }));
}
