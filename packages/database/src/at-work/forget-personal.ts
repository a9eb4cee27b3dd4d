import type { Instant } from '@tinhgon/rules/day';
import { DRAFT_KEPT_DAYS } from '@tinhgon/rules/reminders/keeping';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/**
 * Removes what is personal and of no use any more: sessions that have ended, drafts nobody has touched for long, and of
 * people who have left everything that was about how they worked. The record keeps what they did.
 */
export async function forgetPersonal(db: Db, now: Instant): Promise<void> {
  await sql`delete from session where expires_at <= ${now}
    or person_id in (select subject from person where not active)`.execute(db);
  await sql`delete from draft
    where updated_at < ${now}::timestamptz - make_interval(days => ${DRAFT_KEPT_DAYS})`.execute(db);
  await sql`delete from passkey_challenge where expires_at <= ${now}`.execute(db);
  for (const table of ['preference', 'calendar_feed', 'read_mark', 'draft', 'passkey']) {
    await sql`delete from ${sql.table(table)}
      where person_id in (select id from person where not active)`.execute(db);
  }
}
