import type { Instant } from '@tinhgon/rules/day';
import { MAIL_KEPT_DAYS, NOTIFICATION_KEPT_DAYS } from '@tinhgon/rules/reminders/keeping';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';

export interface Pruned {
  readonly notifications: number;
  readonly mails: number;
}

const AT_ONCE = 5_000;

/**
 * Removes notifications that have been kept long enough, and then the e-mails no notification names. What is still to
 * be done stays however old it is: its key is what keeps it from being told again.
 */
export async function pruneNotifications(
  db: Db,
  now: Instant,
  onProgress?: (removed: number) => void,
): Promise<Pruned> {
  const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
  const { read, unread } = NOTIFICATION_KEPT_DAYS;
  const notifications = await inParts(
    db,
    sql`delete from notification where id in (
      select n.id from notification n
      where (n.read_at < ${before(read)} or n.created_at < ${before(unread)})
        and not exists (
          select from step_run s where s.subject = n.subject and s.step = n.step and s.opened_at = n.opened_at
            and s.due_on = n.due_on and s.finished_at is null)
        and not exists (select from campaign c where n.subject = 'campaign/' || c.code and c.phase = 'open')
      limit ${AT_ONCE})`,
    onProgress,
  );
  const mails = await inParts(
    db,
    sql`delete from mail where id in (
      select id from mail where state <> 'waiting' and closed_at < ${before(MAIL_KEPT_DAYS)}
        and not exists (select from notification n where n.mail_id = mail.id)
      limit ${AT_ONCE})`,
    onProgress,
  );
  return { notifications, mails };
}

async function inParts(
  db: Db,
  removal: RawBuilder<unknown>,
  onProgress?: (removed: number) => void,
): Promise<number> {
  for (let removed = 0; ; ) {
    const { numAffectedRows = 0n } = await removal.execute(db);
    removed += Number(numAffectedRows);
    onProgress?.(removed);
    if (numAffectedRows < AT_ONCE) return removed;
  }
}
