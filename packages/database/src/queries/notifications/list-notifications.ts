import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/days';
import type {
  notificationInput,
  notificationPage,
  NotificationView,
} from '@tinhgon/rules/views/notification';
import type { DocumentType } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';

interface Row {
  id: string;
  kind: NotificationView['kind'];
  subject: string;
  title: string;
  type: DocumentType | null;
  lead_agency: string;
  lead_vi: string | null;
  lead_en: string | null;
  step: string;
  due_on: LegalDate;
  current: boolean;
  holder_id: string | null;
  holder_name: string | null;
  created_at: string;
  read_at: string | null;
}

const place = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** What a person was told, newest first, as far as what it is about exists for them today. */
export async function listNotifications(
  db: Db,
  actor: Actor,
  asked: z.output<typeof notificationInput>,
  on: ReadOn,
): Promise<z.infer<typeof notificationPage>> {
  const before = placeOf(place, asked.cursor);
  const unread = sql<boolean>`(n.read_at is null and s.step is not null)`;
  const [rows, counts] = await Promise.all([
    notifications(db, actor, {
      where: [
        ...(asked.view === 'unread' ? [unread] : []),
        ...(before ? [sql<boolean>`n.id < ${before[0]}::bigint`] : []),
      ],
      limit: asked.limit + 1,
    }),
    sql<{ total: number; unread: number }>`
      select count(*)::int as total, count(*) filter (where ${unread})::int as unread
      ${told(actor)}`.execute(db),
  ]);
  const items = rows.slice(0, asked.limit).map((row) => viewOf(row, on));
  const count = counts.rows[0] ?? { total: 0, unread: 0 };
  return {
    items,
    total: asked.view === 'unread' ? count.unread : count.total,
    unread: count.unread,
    nextCursor: rows.length > asked.limit ? cursorOf([items.at(-1)?.id ?? '']) : null,
  };
}

/** What an e-mail is to say, as far as it still is to be done; the most urgent first. */
export async function notificationsOfMail(
  db: Db,
  actor: Actor,
  mailId: string,
  on: ReadOn,
): Promise<NotificationView[]> {
  const where = [sql<boolean>`n.mail_id = ${mailId}`, sql<boolean>`s.step is not null`];
  const rows = await notifications(db, actor, { where, limit: null });
  return rows
    .map((row) => viewOf(row, on))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? Number(a.id) - Number(b.id) : a.dueOn < b.dueOn ? -1 : 1));
}

/** How many a person has not read of what there is still to do. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n ${told(actor)} and n.read_at is null and s.step is not null`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Grows with every notification a person is sent; `0` before the first. */
export async function lastNotification(db: Db, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(id), 0)::text as id from notification where person_id = ${personId}`.execute(db);
  return rows[0]?.id ?? '0';
}

function told(actor: Actor): RawBuilder<unknown> {
  return sql`
    from notification n
    left join document d on n.subject = 'document/' || d.code
    left join plan on n.subject = 'plan/' || plan.code and ${visiblePlans(actor)}
    left join step_run s on s.subject = n.subject and s.step = n.step and s.opened_at = n.opened_at
      and s.due_on = n.due_on and s.finished_at is null
    where n.person_id = ${actor.id} and (d.code is not null or plan.code is not null)`;
}

async function notifications(
  db: Db,
  actor: Actor,
  asked: { readonly where: readonly RawBuilder<boolean>[]; readonly limit: number | null },
): Promise<Row[]> {
  const conditions = sql.join([sql`true`, ...asked.where], sql` and `);
  const { rows } = await sql<Row>`
    select told.*, a.name_vi as lead_vi, a.name_en as lead_en from (
      select n.id, n.kind, n.subject, n.step, n.due_on, n.created_at, n.read_at,
        coalesce(d.title, plan.name) as title, d.type, coalesce(d.lead_agency, plan.lead_agency) as lead_agency,
        s.step is not null as current, s.holder_id, s.holder_name
      ${told(actor)} and ${conditions}
      order by n.id desc limit ${asked.limit}) told
    left join agency a on a.code = told.lead_agency
    order by told.id desc`.execute(db);
  return rows;
}

function viewOf(row: Row, { today, calendar }: ReadOn): NotificationView {
  const [subject = '', ...code] = row.subject.split('/');
  return {
    id: row.id,
    kind: row.kind,
    subject: subject === 'plan' ? 'plan' : 'document',
    code: code.join('/'),
    title: row.title,
    documentType: row.type,
    leadAgency: { code: row.lead_agency, name: { vi: row.lead_vi ?? row.lead_agency, en: row.lead_en } },
    step: row.step,
    dueOn: row.due_on,
    current: row.current,
    ...(row.current ? daysToGo(row.due_on, today, calendar) : { daysLate: 0, daysLeft: null }),
    holder: row.holder_id === null ? null : { id: row.holder_id, name: row.holder_name ?? row.holder_id },
    at: row.created_at,
    readAt: row.read_at,
  };
}
