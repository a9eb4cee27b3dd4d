import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { z } from 'zod';
import { LANGUAGES } from '../../errors/sentence.ts';

export const setLanguage = signedIn
  .input(z.strictObject({ language: z.enum(LANGUAGES) }))
  .output(z.object({ language: z.enum(LANGUAGES) }))
  .mutation(() => pending());
