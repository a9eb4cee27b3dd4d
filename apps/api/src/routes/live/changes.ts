import { lastPosition, readFeed } from '@tinhgon/database';
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

/** Changes as they are committed, each under its position in the feed; replayed after `lastEventId`. */
export const liveChanges = signedIn
  .input(z.strictObject({ lastEventId: positionSchema.nullish() }).optional())
  .subscription(async function* ({ ctx, input, signal = new AbortController().signal }) {
    let after = input?.lastEventId ?? (await lastPosition(ctx.db));
    while (!signal.aborted) {
      // Begun before the reading: what is committed meanwhile rings at once.
      const rung = ctx.feed.next(signal).catch(() => {});
      // A subscription outlives the authority it began with.
      const actor = await ctx.authenticateAgain();
      const page = await readFeed(ctx.db, actor, { after, limit: AT_ONCE }).catch((error: unknown) => {
        if (isDatabaseSilent(error)) return null;
        throw error;
      });
      for (const { position, subject, type, actor: by } of page?.items ?? []) {
        const change: Change = { subject, type, actorId: by.id };
        yield tracked(position, change);
      }
      const more = page !== null && page.next !== after;
      after = page?.next ?? after;
      if (!more) await rung;
    }
  });
