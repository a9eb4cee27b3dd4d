import { findAnything } from '@tinhgon/database/queries/search/find-anything';
import { signedIn } from '../../trpc.ts';
import { searchView } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const find = signedIn
  .input(
    z.strictObject({
      q: z.string().max(200),
      kinds: z
        .array(z.enum(['procedure', 'plan', 'document']))
        .max(3)
        .optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
  )
  .output(searchView)
  .query(({ ctx, input }) => findAnything(ctx.db, ctx.actor, input));
