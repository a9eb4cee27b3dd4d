import type { Instant } from '@tinhgon/rules/day';
import type { DeliveryView } from '@tinhgon/rules/views/webhook';
import type { Db } from '../schema.ts';
import type { Outcome } from './note-delivery.ts';

/** What an administrator asked to be sent now: a test, or an event that was put aside. */
export interface Asked {
  readonly id: string;
  readonly messageId: string;
  readonly body: string;
  /** Null for a test. */
  readonly position: string | null;
}

/** Asks for a test. Gives the delivery's id. */
export async function askTest(
  db: Db,
  webhook: string,
  test: { readonly messageId: string; readonly type: string; readonly body: string },
  now: Instant,
): Promise<string> {
  const { messageId, ...rest } = test;
  const row = await db
    .insertInto('webhook_delivery')
    .values({ webhook, message_id: messageId, ...rest, state: 'asked', tries: 0, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Asks for one event that was put aside, or all of them, to be sent again. Gives how many. */
export async function askAgain(db: Db, webhook: string, delivery?: string): Promise<number> {
  const asked = await db
    .updateTable('webhook_delivery')
    .set({ state: 'asked' })
    .where('webhook', '=', webhook)
    .where('state', '=', 'given-up')
    .where('position', 'is not', null)
    .$if(delivery !== undefined, (query) => query.where('id', '=', delivery ?? ''))
    .executeTakeFirst();
  return Number(asked.numUpdatedRows);
}

/** The next that was asked for, the oldest first; null when there is none. */
export async function nextAsked(db: Db, webhook: string): Promise<Asked | null> {
  const row = await db
    .selectFrom('webhook_delivery')
    .select(['id', 'message_id as messageId', 'body', 'position'])
    .where('webhook', '=', webhook)
    .where('state', '=', 'asked')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Notes what came of it. One that is not taken goes back to those put aside, and with it the others asked for: the
 * receiver is not there yet. One that is taken says that what waits need not wait longer.
 */
export async function noteAsked(
  db: Db,
  webhook: string,
  asked: Asked,
  { ok, status, answer, error }: Outcome,
  { now, leaseUntil }: { readonly now: Instant; readonly leaseUntil: Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('webhook_delivery')
      .set((eb) => ({
        state: ok ? 'delivered' : 'given-up',
        tries: eb('tries', '+', 1),
        tried_at: now,
        status,
        answer,
        error,
      }))
      .where('id', '=', asked.id)
      .execute();
    await trx
      .updateTable('webhook_standing')
      .set({ leased_until: leaseUntil, ...(ok ? { retry_at: null } : {}) })
      .where('webhook', '=', webhook)
      .execute();
    if (ok || asked.position === null) return;
    await trx
      .updateTable('webhook_delivery')
      .set({ state: 'given-up' })
      .where('webhook', '=', webhook)
      .where('state', '=', 'asked')
      .where('position', 'is not', null)
      .execute();
  });
}

/** What is known of one delivery; null when it is known no more. */
export async function deliveryById(
  db: Db,
  id: string,
): Promise<Pick<DeliveryView, 'state' | 'status' | 'answer' | 'error'> | null> {
  const row = await db
    .selectFrom('webhook_delivery')
    .select(['state', 'status', 'answer', 'error'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
