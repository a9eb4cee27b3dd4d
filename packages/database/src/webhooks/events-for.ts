import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/day';
import { homesOf } from '@tinhgon/rules/person';
import type { FeedItem } from '@tinhgon/rules/views/feed';
import { topicOf } from '@tinhgon/rules/webhook/topics';
import { sql } from 'kysely';
import { inheritedBy } from '../queries/actor-for.ts';
import { readFeed } from '../queries/feed/read-feed.ts';
import type { Db } from '../schema.ts';
import type { TakenWebhook } from './take-webhooks.ts';

/**
 * With whose eyes a webhook reads the feed: one of an agency as its people who hold no function, one of the whole
 * country as a supervisor. No person is called so.
 */
async function readerOf(
  db: Db,
  { id, agency }: Pick<TakenWebhook, 'id' | 'agency'>,
  today: LegalDate,
): Promise<Actor> {
  const nobody = { id: `webhook/${id}`, name: id, assignments: [] };
  if (agency === null) return { ...nobody, agency: '', roles: ['supervisor'] };
  return { ...nobody, agency, inherits: await inheritedBy(db, agency, today), roles: [] };
}

/** What a webhook is to be told of after a position, and up to where the feed was looked at. */
export async function eventsFor(
  db: Db,
  webhook: Pick<TakenWebhook, 'id' | 'agency' | 'topics'>,
  asked: { readonly after: string; readonly limit: number; readonly today: LegalDate },
): Promise<{ readonly items: readonly FeedItem[]; readonly next: string }> {
  const reader = await readerOf(db, webhook, asked.today);
  const { items, next } = await readFeed(db, reader, asked);
  const wanted = items.filter((item) => {
    const topic = topicOf(item);
    return topic !== null && webhook.topics.includes(topic);
  });
  if (webhook.agency === null || wanted.length === 0) return { items: wanted, next };
  const theirs = await concerning(
    db,
    homesOf(reader),
    wanted.map(({ subject }) => subject),
  );
  return { items: wanted.filter(({ subject }) => theirs.has(subject)), next };
}

/**
 * Those of the subjects an agency may see that are its business. Of plans and inspections it sees no others; what stands
 * on a plan is seen with it.
 */
async function concerning(
  db: Db,
  homes: readonly string[],
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = sql`${homes}::text[]`;
  const { rows } = await sql<{ subject: string }>`
    select subject from unnest(${[...new Set(subjects)]}::text[]) subject
    where case split_part(subject, '/', 1)
      when 'document' then exists (
        select from document d where subject = 'document/' || d.code and (
          d.lead_agency = any(${own})
          or exists (select from consultation c where c.document_code = d.code and c.agency = any(${own}))
          or exists (
            select from measure m join plan p on p.code = m.plan_code
            where m.documents && array[d.code] and (p.lead_agency = any(${own}) or p.co_agencies && ${own}))))
      when 'bottleneck' then exists (
        select from bottleneck b where subject = 'bottleneck/' || b.code
          and (b.on_kind = 'plan' or b.responsible = any(${own}) or b.raised_for = any(${own})))
      when 'campaign' then exists (
        select from campaign c where subject = 'campaign/' || c.code and c.asked && ${own})
      when 'procedure' then exists (
        select from procedure_ministry m
        where subject = 'procedure/' || m.procedure_code and m.ministry = any(${own}))
      else true
    end`.execute(db);
  return new Set(rows.map(({ subject }) => subject));
}
