import { saveDraft as save } from '@tinhgon/database/at-work/drafts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { draftKey } from './draft-key.ts';

export const saveDraft = signedIn
  .input(draftKey.extend({ json: z.json() }))
  .output(z.object({ updatedAt: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const updatedAt = new Date().toISOString();
    await save(ctx.db, ctx.actor.id, input.key, input.json, updatedAt);
    return { updatedAt };
  });
