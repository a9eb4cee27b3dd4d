import { lastPosition, readFeed } from '@tinhgon/database';
import { lastNotification } from '@tinhgon/database/queries/notifications/list-notifications';
import { SYSTEM } from '@tinhgon/rules/person';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { isDatabaseSilent } from '../../errors/database-silent.ts';
import { signedIn } from '../../trpc.ts';
import { positionSchema } from '../events/feed-input.ts';

const AT_ONCE = 200;

/** One change of a subject the reader may see: ids only, the rest is asked for. */
export interface Change {
  /** `plan/{code}`, `document/{code}`, `agency/{code}`, … */
  readonly subject: string;
  readonly type: string;
  readonly actorId: string;
}

const REMINDED: Change = { subject: 'notification', type: 'reminded', actorId: SYSTEM.id };

/**
 * Changes as they are committed, each under its position in the feed; replayed after `lastEventId`. A person who was
 * reminded of something meanwhile hears that too, under the position reached.
 */
export const liveChanges = signedIn
  .input(z.strictObject({ lastEventId: positionSchema.nullish() }).optional())
  .subscription(async function* ({ ctx, input, signal = new AbortController().signal }) {
    let after = input?.lastEventId ?? (await lastPosition(ctx.db));
    // Whoever was away may have been reminded.
    let told = input?.lastEventId ? '0' : await lastNotification(ctx.db, ctx.actor.id);
    while (!signal.aborted) {
      // Begun before the reading: what is committed meanwhile rings at once.
      const rung = ctx.feed.next(signal).catch(() => {});
      // A subscription outlives the authority it began with.
      const actor = await ctx.authenticateAgain();
      const page = await readFeed(ctx.db, actor, { after, limit: AT_ONCE }).catch(nullIfSilent);
      const newest = await lastNotification(ctx.db, actor.id).catch(nullIfSilent);
      for (const { position, subject, type, actor: by } of page?.items ?? []) {
        const change: Change = { subject, type, actorId: by.id };
        yield tracked(position, change);
      }
      const more = page !== null && page.next !== after;
      after = page?.next ?? after;
      if (newest !== null && newest !== told) yield tracked(after, REMINDED);
      told = newest ?? told;
      if (!more) await rung;
    }
  });

function nullIfSilent(error: unknown): null {
  if (isDatabaseSilent(error)) return null;
  throw error;
}
