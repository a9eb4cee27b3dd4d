import type { Webhook } from '@tinhgon/rules/views/webhook';
import type { Instant } from '@tinhgon/rules/day';
import { oldSecretUntil } from '@tinhgon/rules/webhook/delivery';
import { sql } from 'kysely';
import { lockHeads } from '../events/append-events.ts';
import { webhookById } from '../queries/webhooks/webhooks.ts';
import { lastPosition } from '../queries/feed/read-feed.ts';
import type { Db, Trx } from '../schema.ts';
import { AlreadyRecorded, NoSuchRow } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

const subjectOf = ({ id }: Pick<Webhook, 'id'>): string => `webhook/${id}`;

/**
 * Enters a webhook with its sealed secret; it is told of what happens from now on. @throws AlreadyRecorded when one of
 * this id was entered before: its secret was shown then.
 */
export async function addWebhook(db: Db, webhook: Webhook, secret: string, stamp: Stamp): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subjectOf(webhook)]);
    if (await isEntered(trx, webhook.id)) throw new AlreadyRecorded();
    await trx
      .insertInto('webhook_standing')
      .values({
        webhook: webhook.id,
        position: await lastPosition(trx),
        secret,
        secret_since: stamp.now,
        leased_until: stamp.now,
      })
      .execute();
    await writeCatalogue(
      trx,
      [{ subject: subjectOf(webhook), body: { type: 'webhookSaved', webhook } }],
      stamp,
    );
  });
}

/** Changes a webhook. One that is switched on again goes on where it stopped, at once. @throws NoSuchRow */
export async function saveWebhook(db: Db, webhook: Webhook, stamp: Stamp): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subjectOf(webhook)]);
    const before = await webhookById(trx, webhook.id);
    if (!before) throw new NoSuchRow();
    if (isSame(before, webhook)) return;
    if (webhook.enabled && (!before.enabled || before.url !== webhook.url)) {
      await trx
        .updateTable('webhook_standing')
        .set({ stopped_at: null, failing_since: null, retry_at: null })
        .where('webhook', '=', webhook.id)
        .execute();
    }
    await writeCatalogue(
      trx,
      [{ subject: subjectOf(webhook), body: { type: 'webhookSaved', webhook } }],
      stamp,
    );
  });
}

/** Switches off a webhook whose receiver takes nothing; one that is off stays as it is. */
export async function stopWebhook(db: Db, id: string, stamp: Stamp): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subjectOf({ id })]);
    const before = await webhookById(trx, id);
    if (!before?.enabled) return;
    await trx
      .updateTable('webhook_standing')
      .set({ stopped_at: stamp.now, retry_at: null })
      .where('webhook', '=', id)
      .execute();
    const webhook = { ...before, enabled: false };
    await writeCatalogue(
      trx,
      [{ subject: subjectOf({ id }), body: { type: 'webhookStopped', webhook } }],
      stamp,
    );
  });
}

/** Does away with a webhook, its secrets and what was sent; that it was there stays in the record. @throws NoSuchRow */
export async function removeWebhook(db: Db, id: string, stamp: Stamp): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subjectOf({ id })]);
    const before = await webhookById(trx, id);
    if (!before) throw new NoSuchRow();
    await trx.deleteFrom('webhook_delivery').where('webhook', '=', id).execute();
    await trx.deleteFrom('webhook_standing').where('webhook', '=', id).execute();
    const webhook = { ...before, enabled: false };
    await writeCatalogue(
      trx,
      [{ subject: subjectOf({ id }), body: { type: 'webhookRemoved', webhook } }],
      stamp,
    );
  });
}

/** From now on this secret signs, and for a day the one before as well. @throws NoSuchRow */
export async function replaceSecret(db: Db, id: string, secret: string, now: Instant): Promise<void> {
  const changed = await db
    .updateTable('webhook_standing')
    .set((eb) => ({
      old_secret: eb.ref('secret'),
      old_secret_until: oldSecretUntil(now),
      secret,
      secret_since: now,
    }))
    .where('webhook', '=', id)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new NoSuchRow();
}

async function isEntered(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`select from webhook where id = ${id}`.execute(trx);
  return rows.length > 0;
}
