import { findDraft } from '@tinhgon/database/at-work/drafts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { draftKey } from './draft-key.ts';

const json = z.json();

export const getDraft = signedIn
  .input(draftKey)
  .output(z.object({ json, updatedAt: z.string() }).nullable())
  .query(async ({ ctx, input }) => {
    const draft = await findDraft(ctx.db, ctx.actor.id, input.key);
    return draft && { json: draft.json as z.infer<typeof json>, updatedAt: draft.updatedAt };
  });
