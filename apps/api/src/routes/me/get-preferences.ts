import { calendarFeedSince } from '@tinhgon/database/at-work/calendar-feeds';
import { findLanguage, findMailMode } from '@tinhgon/database/at-work/preferences';
import { personById } from '@tinhgon/database';
import { USUAL_MAIL_MODE } from '@tinhgon/rules/reminders/mail-times';
import { type PreferencesView, preferencesView } from '@tinhgon/rules/views/notification';
import type { Actor } from '@tinhgon/rules/actor';
import { languageOf } from '../../errors/sentence.ts';
import type { RequestContext } from '../../request-context.ts';
import { signedIn } from '../../trpc.ts';

export const getPreferences = signedIn.output(preferencesView).query(({ ctx }) => preferencesOf(ctx));

export async function preferencesOf(
  ctx: RequestContext & { readonly actor: Actor },
): Promise<PreferencesView> {
  const { db, actor } = ctx;
  const [language, mail, person, calendarSince] = await Promise.all([
    findLanguage(db, actor.id),
    findMailMode(db, actor.id),
    personById(db, actor.id),
    calendarFeedSince(db, actor.id),
  ]);
  return {
    language: languageOf(language, ctx.language, undefined),
    mail: mail ?? USUAL_MAIL_MODE,
    address: person?.email ?? null,
    sendsMail: ctx.sendsMail,
    calendarSince,
  };
}
