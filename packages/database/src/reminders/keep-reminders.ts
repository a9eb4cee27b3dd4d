import { sql } from 'kysely';
import type { NotificationKind } from '@tinhgon/rules/reminders/kinds';
import { EVENTS_CHANNEL } from '../events/append-events.ts';
import type { NotificationFacts } from '../notification-tables.ts';
import type { Db, Trx } from '../schema.ts';
import { type MailClock, planMails } from './plan-mails.ts';

/** What a person is to be told. All but `facts` is its key: the same found again is not told again. */
export interface Found {
  /** Id of the person. */
  readonly person: string;
  readonly kind: NotificationKind;
  /** `plan/{code}`, `document/{code}`, `campaign/{code}` or `webhook/{id}`. */
  readonly subject: string;
  readonly step: string;
  /** When the step was opened, or what is told happened. */
  readonly openedAt: string;
  readonly dueOn: string;
  readonly facts?: NotificationFacts;
}

const AT_ONCE = 5_000;

/**
 * Keeps what people are told is not kept yet, however often they are found, and rings for open screens. With `mail`
 * the e-mails that carry it are planned in the same transaction. Returns how many were new.
 */
export async function keepReminders(
  db: Db,
  found: readonly Found[],
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
  found: readonly Found[],
  now: string,
): Promise<{ id: string; personId: string }[]> {
  const rows = found.map(({ person, kind, subject, step, openedAt, dueOn, facts = null }) => ({
    person_id: person,
    subject,
    step,
    opened_at: openedAt,
    due_on: dueOn,
    kind,
    facts,
    created_at: now,
  }));
  const { rows: fresh } = await sql<{ id: string; personId: string }>`
    insert into notification (person_id, subject, step, opened_at, due_on, kind, facts, created_at)
    select person_id, subject, step, opened_at, due_on, kind, facts, created_at
    from json_populate_recordset(null::notification, ${JSON.stringify(rows)}::json) found
    where not exists (
      select from notification known
      where (known.subject, known.step, known.opened_at, known.due_on, known.person_id, known.kind)
        = (found.subject, found.step, found.opened_at, found.due_on, found.person_id, found.kind))
    on conflict do nothing
    returning id, person_id as "personId"`.execute(trx);
  return fresh;
}
