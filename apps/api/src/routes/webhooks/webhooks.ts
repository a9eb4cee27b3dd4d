import { AlreadyRecorded } from '@tinhgon/database/catalogue/errors';
import {
  addWebhook as add,
  removeWebhook as remove,
  replaceSecret,
  saveWebhook as save,
} from '@tinhgon/database/catalogue/save-webhook';
import { listWebhooks as list } from '@tinhgon/database/queries/webhooks/webhooks';
import { webhookInput, webhookList, webhookRef, webhookSecret } from '@tinhgon/rules/views/webhook';
import { refuse } from '../../errors/refusal.ts';
import { stampOf } from '../catalogue/keeping.ts';
import { checkWebhook, keepsWebhooks, newWebhookSecret, orNotFound } from './keeping.ts';

export const listWebhooks = keepsWebhooks
  .output(webhookList)
  .query(({ ctx }) => list(ctx.db, new Date().toISOString()));

/** Answers the secret; it is never shown again. */
export const addWebhook = keepsWebhooks
  .input(webhookInput)
  .output(webhookSecret)
  .mutation(async ({ ctx, input }) => {
    await checkWebhook(ctx, input);
    const secret = newWebhookSecret();
    await add(ctx.db, input, await ctx.seal(secret), stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof AlreadyRecorded ? refuse('ALREADY_RECORDED') : error;
    });
    return { secret };
  });

export const saveWebhook = keepsWebhooks
  .input(webhookInput)
  .output(webhookRef)
  .mutation(async ({ ctx, input }) => {
    await checkWebhook(ctx, input);
    await save(ctx.db, input, stampOf(ctx.actor)).catch(orNotFound);
    return { id: input.id };
  });

export const removeWebhook = keepsWebhooks
  .input(webhookRef)
  .output(webhookRef)
  .mutation(async ({ ctx, input }) => {
    await remove(ctx.db, input.id, stampOf(ctx.actor)).catch(orNotFound);
    return { id: input.id };
  });

export const replaceWebhookSecret = keepsWebhooks
  .input(webhookRef)
  .output(webhookSecret)
  .mutation(async ({ ctx, input }) => {
    const secret = newWebhookSecret();
    const now = new Date().toISOString();
    await replaceSecret(ctx.db, input.id, await ctx.seal(secret), now).catch(orNotFound);
    return { secret };
  });
