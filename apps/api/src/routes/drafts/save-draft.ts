import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { draftKey } from './draft-key.ts';

export const saveDraft = signedIn
  .input(draftKey.extend({ json: z.json() }))
  .output(z.object({ updatedAt: z.string() }))
  .mutation(() => pending());
