import type { Actor } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/day';
import type { Db } from '../schema.ts';
import type { Found } from './keep-reminders.ts';

/** Webhooks the system switched off, for the administrators among people at work. */
export async function stoppedWebhooks(db: Db, people: readonly Actor[]): Promise<Found[]> {
  const rows = await db
    .selectFrom('webhook_standing')
    .innerJoin('webhook', 'webhook.id', 'webhook_standing.webhook')
    .select(['webhook.id', 'webhook_standing.stopped_at as at'])
    .where('webhook.enabled', '=', false)
    .where('webhook.removed', '=', false)
    .where('webhook_standing.stopped_at', 'is not', null)
    .execute();
  const administrators = people.filter(({ roles }) => roles.includes('administrator'));
  return rows.flatMap(({ id, at }) =>
    at === null
      ? []
      : administrators.map((person) => ({
          person: person.id,
          kind: 'webhook-stopped' as const,
          subject: `webhook/${id}`,
          step: '',
          openedAt: at,
          dueOn: dayOf(at),
        })),
  );
}
