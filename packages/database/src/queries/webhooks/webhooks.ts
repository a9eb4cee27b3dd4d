import type { deliveriesInput, deliveryPage, Webhook, WebhookView } from '@tinhgon/rules/views/webhook';
import type { Topic } from '@tinhgon/rules/webhook/topics';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf } from '../cursor.ts';

/** A webhook as it was entered; null where there is none any more. */
export async function webhookById(db: Db, id: string): Promise<Webhook | null> {
  const row = await db
    .selectFrom('webhook')
    .select(['id', 'name', 'url', 'topics', 'agency', 'enabled'])
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst();
  return row ?? null;
}

interface Row extends Omit<WebhookView, 'agency'> {
  agency: string | null;
  agencyVi: string | null;
  agencyEn: string | null;
}

/** All there are, by name. */
export async function listWebhooks(db: Db, now: string): Promise<WebhookView[]> {
  const { rows } = await sql<Row>`
    select w.id, w.name, w.url, w.topics, w.enabled, w.agency, a.name_vi as "agencyVi", a.name_en as "agencyEn",
      s.secret_since as "secretSince",
      case when s.old_secret_until > ${now} then s.old_secret_until end as "oldSecretUntil",
      s.failing_since as "failingSince", s.stopped_at as "stoppedAt", s.retry_at as "retryAt",
      (select count(*)::int from webhook_delivery d
        where d.webhook = w.id and d.state = 'given-up' and d.position is not null) as "givenUp",
      (select max(tried_at) from webhook_delivery d
        where d.webhook = w.id and d.state = 'delivered' and d.position is not null) as "lastDeliveredAt"
    from webhook w
    join webhook_standing s on s.webhook = w.id
    left join agency a on a.code = w.agency
    where not w.removed
    order by w.name collate "vi-x-icu", w.id`.execute(db);
  return rows.map(({ agency, agencyVi, agencyEn, ...row }) => ({
    ...row,
    topics: row.topics as Topic[],
    agency: agency === null ? null : { code: agency, name: { vi: agencyVi ?? agency, en: agencyEn } },
  }));
}

const place = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** What was put aside, the oldest first as it would be sent again; or what was sent of late, the newest first. */
export async function listDeliveries(
  db: Db,
  { id, list, cursor, limit }: z.output<typeof deliveriesInput>,
): Promise<z.infer<typeof deliveryPage>> {
  const after = placeOf(place, cursor);
  const among =
    list === 'given-up'
      ? sql<boolean>`webhook = ${id} and state = 'given-up' and position is not null`
      : sql<boolean>`webhook = ${id}`;
  const beyond = after
    ? list === 'given-up'
      ? sql<boolean>`id > ${after[0]}::bigint`
      : sql<boolean>`id < ${after[0]}::bigint`
    : sql<boolean>`true`;
  const [rows, [count]] = await Promise.all([
    sql<z.infer<typeof deliveryPage>['items'][number]>`
      select id, message_id as "messageId", type, subject, created_at as at, state, tries, tried_at as "triedAt",
        case when state = 'waiting' then (
          select retry_at from webhook_standing s where s.webhook = webhook_delivery.webhook) end as "retryAt",
        status, answer, error
      from webhook_delivery where ${among} and ${beyond}
      order by ${list === 'given-up' ? sql`id` : sql`id desc`} limit ${limit + 1}`
      .execute(db)
      .then((found) => found.rows),
    sql<{ n: number }>`select count(*)::int as n from webhook_delivery where ${among}`
      .execute(db)
      .then((found) => found.rows),
  ]);
  const items = rows.slice(0, limit);
  return {
    items,
    total: count?.n ?? 0,
    nextCursor: rows.length > limit ? cursorOf([items.at(-1)?.id ?? '']) : null,
  };
}
