import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { draftKey } from './draft-key.ts';

export const getDraft = signedIn
  .input(draftKey)
  .output(z.object({ json: z.json(), updatedAt: z.string() }).nullable())
  .query(() => pending());
