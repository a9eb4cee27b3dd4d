import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { draftKey } from './draft-key.ts';

export const removeDraft = signedIn
  .input(draftKey)
  .output(z.object({ removed: z.boolean() }))
  .mutation(() => pending());
