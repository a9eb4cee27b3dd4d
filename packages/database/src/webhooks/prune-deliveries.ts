import type { Instant } from '@tinhgon/rules/day';
import { DELIVERIES_KEPT_DAYS } from '@tinhgon/rules/webhook/delivery';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** Removes what was delivered and what was put aside once it has been kept long enough, and secrets that sign no more. */
export async function pruneDeliveries(db: Db, now: Instant): Promise<number> {
  const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
  const { givenUp, delivered } = DELIVERIES_KEPT_DAYS;
  const { numAffectedRows = 0n } = await sql`
    delete from webhook_delivery
    where (state = 'given-up' and position is not null and tried_at < ${before(givenUp)})
      -- Noted by a sender that had it in its hands when its webhook was done away with.
      or webhook not in (select webhook from webhook_standing)
      or ((state = 'delivered' or position is null) and created_at < ${before(delivered)})`.execute(db);
  await db
    .updateTable('webhook_standing')
    .set({ old_secret: null, old_secret_until: null })
    .where('old_secret_until', '<', now)
    .execute();
  return Number(numAffectedRows);
}
