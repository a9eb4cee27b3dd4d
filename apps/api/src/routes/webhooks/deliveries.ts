import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { listDeliveries as list, webhookById } from '@tinhgon/database/queries/webhooks/webhooks';
import { askAgain, askTest, deliveryById } from '@tinhgon/database/webhooks/asked';
import {
  deliveriesInput,
  deliveryPage,
  sendAgainAnswer,
  sendAgainInput,
  testAnswer,
  webhookRef,
} from '@tinhgon/rules/views/webhook';
import { found } from '../found.ts';
import { keepsWebhooks } from './keeping.ts';

/** Longer than a worker takes for a try. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 250;

export const listDeliveries = keepsWebhooks
  .input(deliveriesInput)
  .output(deliveryPage)
  .query(async ({ ctx, input }) => {
    found(await webhookById(ctx.db, input.id));
    return list(ctx.db, input);
  });

export const sendAgain = keepsWebhooks
  .input(sendAgainInput)
  .output(sendAgainAnswer)
  .mutation(async ({ ctx, input }) => {
    found(await webhookById(ctx.db, input.id));
    return { asked: await askAgain(ctx.db, input.id, input.delivery) };
  });

/** Has a test sent by a worker, as everything is, and answers what came of it; `asked` when no worker has taken it yet. */
export const testWebhook = keepsWebhooks
  .input(webhookRef)
  .output(testAnswer)
  .mutation(async ({ ctx, input }) => {
    found(await webhookById(ctx.db, input.id));
    const now = new Date().toISOString();
    const type = 'webhook.test';
    const test = {
      messageId: `msg_${input.id.replaceAll('-', '')}_test_${randomBytes(8).toString('hex')}`,
      type,
      body: JSON.stringify({ type, timestamp: now, data: {} }),
    };
    const delivery = await askTest(ctx.db, input.id, test, now);
    for (const until = performance.now() + PATIENCE_MS; ; await sleep(LOOK_EVERY_MS)) {
      const told = found(await deliveryById(ctx.db, delivery));
      if (told.state !== 'asked' || performance.now() > until) return told;
    }
  });
