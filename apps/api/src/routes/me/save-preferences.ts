import { saveLanguage, saveMailMode } from '@tinhgon/database/at-work/preferences';
import { preferencesInput, preferencesView } from '@tinhgon/rules/views/notification';
import { signedIn } from '../../trpc.ts';
import { preferencesOf } from './get-preferences.ts';

/** What is left out stays as it is. */
export const savePreferences = signedIn
  .input(preferencesInput.strict())
  .output(preferencesView)
  .mutation(async ({ ctx, input: { language, mail } }) => {
    if (language !== undefined) {
      await saveLanguage(ctx.db, ctx.actor.id, language);
      ctx.rememberLanguage(language);
    }
    if (mail !== undefined) await saveMailMode(ctx.db, ctx.actor.id, mail, language ?? ctx.language);
    return preferencesOf(ctx);
  });
