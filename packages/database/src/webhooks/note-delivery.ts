import type { Instant } from '@tinhgon/rules/day';
import { nextTryAt } from '@tinhgon/rules/webhook/delivery';
import { sql } from 'kysely';
import type { Db, Trx } from '../schema.ts';
import type { Lease } from './take-webhooks.ts';

/** What is sent of an event: the same at every try. */
export interface Message {
  readonly position: string;
  readonly messageId: string;
  readonly type: string;
  readonly subject: string;
  readonly body: string;
}

/** What came of one try. */
export interface Outcome {
  readonly ok: boolean;
  readonly status: number | null;
  readonly answer: string | null;
  readonly error: string | null;
}

/** Notes that an event was taken; the webhook goes on behind it. */
export async function noteDelivered(
  db: Db,
  webhook: string,
  message: Message,
  outcome: Outcome,
  { now, leaseUntil }: Lease,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await noteTry(trx, webhook, message, 'delivered', outcome, now);
    await moved(trx, webhook, message.position)
      .set({ failing_since: null, retry_at: null, leased_until: leaseUntil })
      .execute();
  });
}

/**
 * Notes that an event was not taken: it is tried again later, the ones behind it wait; after the last try it is put aside
 * and the webhook goes on. Gives since when the receiver has taken nothing.
 */
export async function noteFailed(
  db: Db,
  webhook: string,
  message: Message,
  outcome: Outcome,
  now: Instant,
): Promise<{ readonly putAside: boolean; readonly failingSince: Instant }> {
  return db.transaction().execute(async (trx) => {
    const tries = await noteTry(trx, webhook, message, 'waiting', outcome, now);
    const retryAt = nextTryAt(now, tries);
    const putAside = retryAt === null;
    if (putAside) {
      await trx
        .updateTable('webhook_delivery')
        .set({ state: 'given-up' })
        .where('webhook', '=', webhook)
        .where('position', '=', message.position)
        .execute();
      await moved(trx, webhook, message.position).execute();
    }
    const standing = await trx
      .updateTable('webhook_standing')
      .set({ retry_at: retryAt, failing_since: sql`coalesce(failing_since, ${now})` })
      .where('webhook', '=', webhook)
      .returning('failing_since')
      .executeTakeFirst();
    return { putAside, failingSince: standing?.failing_since ?? now };
  });
}

/** Nothing up to a position is to be told any more; what waited there was reset, or is no longer asked for. */
export async function moveOn(db: Db, webhook: string, position: string, leaseUntil: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await moved(trx, webhook, position).set({ leased_until: leaseUntil }).execute();
    await trx
      .deleteFrom('webhook_delivery')
      .where('webhook', '=', webhook)
      .where('state', '=', 'waiting')
      .where('position', '<=', position)
      .execute();
  });
}

const moved = (trx: Trx, webhook: string, position: string) =>
  trx
    .updateTable('webhook_standing')
    // A sender that was held up must not take it back.
    .set({ position: sql`greatest(position, ${position}::bigint)` })
    .where('webhook', '=', webhook);

async function noteTry(
  trx: Trx,
  webhook: string,
  { position, messageId, type, subject, body }: Message,
  state: 'waiting' | 'delivered',
  { status, answer, error }: Outcome,
  now: Instant,
): Promise<number> {
  const told = { state, tried_at: now, status, answer, error };
  const row = await trx
    .insertInto('webhook_delivery')
    .values({
      webhook,
      position,
      message_id: messageId,
      type,
      subject,
      body,
      tries: 1,
      created_at: now,
      ...told,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['webhook', 'position'])
        .doUpdateSet((eb) => ({ ...told, tries: eb('webhook_delivery.tries', '+', 1) })),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return row.tries;
}
