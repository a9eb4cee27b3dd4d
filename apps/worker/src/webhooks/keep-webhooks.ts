import { setTimeout as sleep } from 'node:timers/promises';
import { takeWebhooks } from '@tinhgon/database/webhooks/take-webhooks';
import { renewSecrets } from './renew-secrets.ts';
import { deliver, leaseAt, type WebhookPost } from './deliver.ts';

const EVERY_MS = 1_000;
const RENEW_EVERY_MS = 60_000;

/** How long it is waited at the end for what is on its way; what is cut off is sent again by another worker. */
const GRACE_MS = 2_000;

/** Sends webhooks what is due, each apart from the others, until the signal aborts. */
export async function keepWebhooks(post: WebhookPost): Promise<void> {
  const { db, log, now, payloadKeys, signal } = post;
  let renewedAt = Number.NEGATIVE_INFINITY;
  const underway = new Set<Promise<void>>();
  let failing = false;
  while (!signal.aborted) {
    try {
      for (const webhook of await takeWebhooks(db, leaseAt(now()))) {
        const delivery = deliver(post, webhook)
          .catch((error: unknown) =>
            log.error({ err: error, webhook: webhook.id }, 'a webhook could not be sent'),
          )
          .finally(() => underway.delete(delivery));
        underway.add(delivery);
      }
      if (performance.now() - renewedAt > RENEW_EVERY_MS) {
        const renewed = await renewSecrets(db, payloadKeys);
        if (renewed > 0) log.info({ renewed }, 'secrets of webhooks are sealed with the payload key in use');
        renewedAt = performance.now();
      }
      failing = false;
    } catch (error) {
      // One line for an outage, not one every second.
      if (!failing) log.error({ err: error }, 'webhooks could not be looked after yet');
      failing = true;
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
  }
  await Promise.race([Promise.all(underway), sleep(GRACE_MS)]);
}
