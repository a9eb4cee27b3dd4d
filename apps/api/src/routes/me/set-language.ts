import { saveLanguage } from '@tinhgon/database/at-work/preferences';
import { z } from 'zod';
import { LANGUAGES } from '../../errors/sentence.ts';
import { signedIn } from '../../trpc.ts';

const choice = z.object({ language: z.enum(LANGUAGES) });

/** Remembered by the browser at once, and for the person's next sign-in elsewhere. */
export const setLanguage = signedIn
  .input(choice.strict())
  .output(choice)
  .mutation(async ({ ctx, input }) => {
    ctx.rememberLanguage(input.language);
    await saveLanguage(ctx.db, ctx.actor.id, input.language);
    return input;
  });
