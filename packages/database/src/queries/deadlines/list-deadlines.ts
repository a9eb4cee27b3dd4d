import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import { inboxInput, type InboxItem } from '@tinhgon/rules/views/inbox';
import type { Db } from '../../schema.ts';
import { listInbox } from '../inbox/list-inbox.ts';
import type { ReadOn } from '../reader.ts';

/** A day by which a step that waits for a person is due. */
export interface Deadline extends Omit<InboxItem, 'dueOn'> {
  readonly dueOn: string;
  /** Grows whenever something happens to its plan or document. */
  readonly revision: number;
  readonly revisedAt: string;
}

const A_PAGE = 200;
/** A calendar with more is of no use to anybody. */
const MOST = 2_000;
/** A workflow that was reset in Temporal counts its events anew from there, under a higher epoch. */
const EVENTS_AN_EPOCH = 1_000_000;

/** What waits for a person and has a due day, the earliest first: the inbox, without what is undated. */
export async function listDeadlines(db: Db, actor: Actor, on: ReadOn): Promise<Deadline[]> {
  const items: InboxItem[] = [];
  for (let cursor: string | undefined; items.length < MOST; ) {
    const page = await listInbox(db, actor, inboxInput.parse({ limit: A_PAGE, cursor }), on);
    items.push(...page.items);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  const revisions = await revisionsOf(db, [...new Set(items.map(subjectOf))]);
  return items.flatMap(({ dueOn, ...item }) => {
    const revision = revisions.get(subjectOf(item));
    return dueOn === null || !revision ? [] : [{ ...item, dueOn, ...revision }];
  });
}

const subjectOf = ({ subject, code }: Pick<InboxItem, 'subject' | 'code'>): string => `${subject}/${code}`;

async function revisionsOf(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, { revision: number; revisedAt: string }>> {
  const { rows } = await sql<{ subject: string; epoch: number; seq: number; at: string }>`
    select head.subject, head.epoch, head.seq, event.at from head
    join event on event.subject = head.subject and event.epoch = head.epoch and event.seq = head.seq
    where head.subject = any(${subjects}::text[])`.execute(db);
  return new Map(
    rows.map(({ subject, epoch, seq, at }) => [
      subject,
      { revision: epoch * EVENTS_AN_EPOCH + seq, revisedAt: at },
    ]),
  );
}
