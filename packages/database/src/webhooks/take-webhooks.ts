import type { Instant } from '@tinhgon/rules/day';
import type { Topic } from '@tinhgon/rules/webhook/topics';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** A webhook somebody has to themselves for a while, to send what is due. */
export interface TakenWebhook {
  readonly id: string;
  readonly url: string;
  readonly topics: readonly Topic[];
  readonly agency: string | null;
  /** Whether events are due, besides what was asked for. */
  readonly eventsDue: boolean;
  readonly position: string;
  /** Sealed. */
  readonly secret: string;
  readonly oldSecret: string | null;
}

export interface Lease {
  readonly now: Instant;
  readonly leaseUntil: Instant;
}

/**
 * Takes every webhook that has something to be sent now: events after its position, unless a try in vain says to wait;
 * tests and what is to be sent again. A sender that dies with one in its hands leaves it to be taken when its lease ends.
 */
export async function takeWebhooks(db: Db, { now, leaseUntil }: Lease): Promise<TakenWebhook[]> {
  const { rows } = await sql<TakenWebhook>`
    with due as (
      select s.webhook, w.url, w.topics, w.agency,
        w.enabled and s.position < (select coalesce(max(position), 0) from event)
          and (s.retry_at is null or s.retry_at <= ${now}) as events_due
      from webhook_standing s join webhook w on w.id = s.webhook
      where not w.removed and s.leased_until <= ${now}
      for update of s skip locked
    )
    update webhook_standing s set leased_until = ${leaseUntil}
    from due
    where due.webhook = s.webhook and (due.events_due or exists (
      select from webhook_delivery d where d.webhook = s.webhook and d.state = 'asked'))
    returning s.webhook as id, due.url, due.topics, due.agency, due.events_due as "eventsDue", s.position, s.secret,
      case when s.old_secret_until > ${now} then s.old_secret end as "oldSecret"`.execute(db);
  return rows;
}

/** Lets go of it before its lease ends. */
export async function giveBack(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('webhook_standing').set({ leased_until: now }).where('webhook', '=', id).execute();
}
