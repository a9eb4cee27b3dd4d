import { tracked } from '@trpc/server';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { pending } from '../pending.ts';

/** One change of a subject the reader may see: ids only, the rest is asked for. */
export interface Change {
  /** `plan/{code}`, `document/{code}`, `agency/{code}`, … */
  readonly subject: string;
  readonly type: string;
  readonly actorId: string;
}

/** Changes as they are committed, each under its position in the feed; replayed after `lastEventId`. */
export const liveChanges = signedIn
  .input(z.strictObject({ lastEventId: z.string().max(40).nullish() }).optional())
  .subscription(async function* () {
    yield tracked('0', pending() as Change);
  });
