import { openText } from '@tinhgon/commands/payloads/sealed-text';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import { stopWebhook } from '@tinhgon/database/catalogue/save-webhook';
import type { Db } from '@tinhgon/database/schema';
import { nextAsked, noteAsked } from '@tinhgon/database/webhooks/asked';
import { eventsFor } from '@tinhgon/database/webhooks/events-for';
import {
  type Message,
  moveOn,
  noteDelivered,
  noteFailed,
  type Outcome,
} from '@tinhgon/database/webhooks/note-delivery';
import { giveBack, type Lease, type TakenWebhook } from '@tinhgon/database/webhooks/take-webhooks';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import { isGivenUp } from '@tinhgon/rules/webhook/delivery';
import type { Logger } from 'pino';
import { messageOf } from './message.ts';
import type { WebhookSender } from './send-webhook.ts';

export interface WebhookPost {
  readonly db: Db;
  readonly send: WebhookSender;
  readonly payloadKeys: PayloadKeys;
  readonly log: Logger;
  readonly now: () => Instant;
  /** Ends after the message that is on its way. */
  readonly signal: AbortSignal;
}

/** Longer than one try can take; a sender that dies with a webhook in its hands delays it by this. */
const LEASE_MS = 30_000;
const AT_ONCE = 500;
/** The next turn goes on. */
const MOST_IN_A_TURN = 1_000;

export const leaseAt = (now: Instant): Lease => ({
  now,
  leaseUntil: new Date(Date.parse(now) + LEASE_MS).toISOString(),
});

/** Sends what is due for one webhook: first what was asked for, then events in the order of the feed. */
export async function deliver(post: WebhookPost, webhook: TakenWebhook): Promise<void> {
  try {
    const secrets = await secretsOf(post, webhook);
    const send = (message: { readonly messageId: string; readonly body: string }): Promise<Outcome> =>
      secrets === null
        ? Promise.resolve({ ok: false, status: null, answer: null, error: 'SECRET_UNREADABLE' })
        : post.send({ url: webhook.url, id: message.messageId, body: message.body, secrets });
    await deliverAsked(post, webhook, send);
    if (webhook.eventsDue) await deliverEvents(post, webhook, send);
  } finally {
    await giveBack(post.db, webhook.id, post.now());
  }
}

type Send = (message: Pick<Message, 'messageId' | 'body'>) => Promise<Outcome>;

async function deliverAsked(
  { db, now, signal }: WebhookPost,
  { id }: TakenWebhook,
  send: Send,
): Promise<void> {
  for (let sent = 0; sent < MOST_IN_A_TURN && !signal.aborted; sent += 1) {
    const asked = await nextAsked(db, id);
    if (!asked) return;
    await noteAsked(db, id, asked, await send(asked), leaseAt(now()));
  }
}

async function deliverEvents(post: WebhookPost, webhook: TakenWebhook, send: Send): Promise<void> {
  const { db, now, signal } = post;
  let after = webhook.position;
  for (let sent = 0; sent < MOST_IN_A_TURN && !signal.aborted; ) {
    const page = await eventsFor(db, webhook, { after, limit: AT_ONCE, today: dayOf(now()) });
    for (const event of page.items) {
      const message = messageOf(webhook.id, event);
      const outcome = await send(message);
      if (!outcome.ok) {
        await notTaken(post, webhook, message, outcome);
        return;
      }
      await noteDelivered(db, webhook.id, message, outcome, leaseAt(now()));
      sent += 1;
      if (signal.aborted) return;
    }
    if (page.next === after) return;
    await moveOn(db, webhook.id, page.next, leaseAt(now()).leaseUntil);
    after = page.next;
  }
}

async function notTaken(
  { db, log, now }: WebhookPost,
  { id }: TakenWebhook,
  message: Message,
  outcome: Outcome,
): Promise<void> {
  const { putAside, failingSince } = await noteFailed(db, id, message, outcome, now());
  const { status, error } = outcome;
  if (putAside)
    log.warn({ webhook: id, message: message.messageId, status, error }, 'a delivery was put aside');
  if (!isGivenUp(failingSince, now())) return;
  await stopWebhook(db, id, { actor: SYSTEM, now: now() });
  log.warn({ webhook: id, failingSince }, 'a webhook was switched off: its receiver takes nothing');
}

/** The secrets that sign now; null when a key is missing. */
async function secretsOf({ payloadKeys, log }: WebhookPost, webhook: TakenWebhook): Promise<string[] | null> {
  const { id, secret, oldSecret } = webhook;
  const kept = oldSecret === null ? [secret] : [secret, oldSecret];
  return Promise.all(kept.map((one) => openText(payloadKeys, one))).catch((error: unknown) => {
    log.error({ err: error, webhook: id }, 'the secret of a webhook cannot be read');
    return null;
  });
}
