import { sql } from 'kysely';
import type { Reminder } from '@tinhgon/rules/reminders/reminders';
import { EVENTS_CHANNEL } from '../events/append-events.ts';
import type { Db, Trx } from '../schema.ts';
import type { NamedStep } from './due-steps.ts';
import { type MailClock, planMails } from './plan-mails.ts';

export interface FoundReminder extends Reminder {
  readonly step: NamedStep;
}

const AT_ONCE = 5_000;

/**
 * Keeps those reminders that are not kept yet, however often they are found, and rings for open screens. With `mail`
 * the e-mails that carry them are planned in the same transaction. Returns how many were new.
 */
export async function keepReminders(
  db: Db,
  found: readonly FoundReminder[],
  { now, mail }: { readonly now: string; readonly mail: MailClock | null },
): Promise<number> {
  let kept = 0;
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const part = found.slice(start, start + AT_ONCE);
    kept += await db.transaction().execute(async (trx) => {
      const fresh = await insertMissing(trx, part, now);
      if (fresh.length === 0) return 0;
      if (mail) await planMails(trx, fresh, now, mail);
      await sql`select pg_notify(${EVENTS_CHANNEL}, '')`.execute(trx);
      return fresh.length;
    });
  }
  return kept;
}

async function insertMissing(
  trx: Trx,
  found: readonly FoundReminder[],
  now: string,
): Promise<{ id: string; personId: string }[]> {
  const rows = found.map(({ person, kind, step: { name, step, openedAt, dueOn } }) => ({
    person_id: person,
    subject: name,
    step,
    opened_at: openedAt,
    due_on: dueOn,
    kind,
    created_at: now,
  }));
  const { rows: fresh } = await sql<{ id: string; personId: string }>`
    insert into notification (person_id, subject, step, opened_at, due_on, kind, created_at)
    select person_id, subject, step, opened_at, due_on, kind, created_at
    from json_populate_recordset(null::notification, ${JSON.stringify(rows)}::json) found
    where not exists (
      select from notification known
      where (known.subject, known.step, known.opened_at, known.due_on, known.person_id, known.kind)
        = (found.subject, found.step, found.opened_at, found.due_on, found.person_id, found.kind))
    on conflict do nothing
    returning id, person_id as "personId"`.execute(trx);
  return fresh;
}
