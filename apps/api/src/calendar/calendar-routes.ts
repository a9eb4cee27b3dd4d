import { personOfCalendar } from '@tinhgon/database/at-work/calendar-feeds';
import { findLanguage } from '@tinhgon/database/at-work/preferences';
import { ownStepNames } from '@tinhgon/database/queries/terms/chains';
import { listDeadlines } from '@tinhgon/database/queries/deadlines/list-deadlines';
import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../context.ts';
import { languageOf } from '../errors/sentence.ts';
import { found } from '../routes/found.ts';
import { readOn } from '../routes/as-at.ts';
import { deadlinesCalendar } from './deadlines-calendar.ts';
import { hashOfSecret, isSecret } from './secret.ts';

/**
 * `GET /calendar/{secret}.ics`: a person's own deadlines for calendar programs, which cannot sign in. A wrong secret,
 * one that was taken back and one of a person who has left are all the same: not found.
 */
export async function calendarRoutes(
  server: FastifyInstance,
  { db, people, config }: Pick<AppContext, 'db' | 'people' | 'config'>,
): Promise<void> {
  server.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const { file } = request.params;
    const secret = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '';
    const personId = found(isSecret(secret) ? await personOfCalendar(db, hashOfSecret(secret)) : null);
    const actor = found(await people.byId(personId));
    const [deadlines, chosen, ownSteps] = await Promise.all([
      listDeadlines(db, actor, await readOn(db)),
      findLanguage(db, actor.id),
      ownStepNames(db),
    ]);
    const publicUrl = new URL(config.PUBLIC_URL).href.replace(/\/$/, '');
    const language = languageOf(chosen, config.APP_LOCALE, undefined);
    return reply
      .header('cache-control', 'private, no-cache')
      .header('x-robots-tag', 'noindex')
      .type('text/calendar; charset=utf-8')
      .send(deadlinesCalendar(deadlines, { language, publicUrl, ownSteps }));
  });
}
