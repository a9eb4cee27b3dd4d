import { findFiles as find } from '@tinhgon/database/queries/files/find-files';
import { foundFiles } from '@tinhgon/rules/views/files';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';

export const findFiles = signedIn
  .input(z.strictObject({ q: z.string().max(200), limit: z.int().min(1).max(50).default(10) }))
  .output(foundFiles)
  .query(({ ctx, input }) => find(ctx.db, ctx.actor, input));
