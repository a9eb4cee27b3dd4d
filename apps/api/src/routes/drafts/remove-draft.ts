import { removeDraft as remove } from '@tinhgon/database/at-work/drafts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { draftKey } from './draft-key.ts';

export const removeDraft = signedIn
  .input(draftKey)
  .output(z.object({ removed: z.boolean() }))
  .mutation(async ({ ctx, input }) => ({ removed: await remove(ctx.db, ctx.actor.id, input.key) }));
