import type { Instant } from '@tinhgon/rules/day';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

export interface WebhookCounts {
  /** Events at most that are still to be looked at for one of them, over all. */
  readonly waiting: number;
  /** Webhooks whose receiver did not take the last one. */
  readonly troubled: number;
  /** Events put aside in the last week and not sent again. */
  readonly failed: number;
  /** Webhooks the system switched off. */
  readonly stopped: number;
}

const WEEK_MS = 7 * 86_400_000;

export async function countWebhooks(db: Db, now: Instant): Promise<WebhookCounts> {
  const since = new Date(Date.parse(now) - WEEK_MS).toISOString();
  const { rows } = await sql<WebhookCounts>`
    select
      coalesce(sum((select coalesce(max(position), 0) from event) - s.position) filter (where w.enabled), 0)::int
        as waiting,
      count(*) filter (where w.enabled and s.failing_since is not null)::int as troubled,
      (select count(*)::int from webhook_delivery
        where state = 'given-up' and position is not null and tried_at > ${since}) as failed,
      count(*) filter (where not w.enabled and s.stopped_at is not null)::int as stopped
    from webhook_standing s join webhook w on w.id = s.webhook and not w.removed`.execute(db);
  return rows[0] ?? { waiting: 0, troubled: 0, failed: 0, stopped: 0 };
}
