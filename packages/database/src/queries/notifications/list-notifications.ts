import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/days';
import type {
  notificationInput,
  notificationPage,
  NotificationView,
} from '@tinhgon/rules/views/notification';
import { agenciesOf, isAuditor } from '@tinhgon/rules/speaking';
import type { LocalName } from '@tinhgon/rules/views/common';
import type { DocumentType } from '@tinhgon/rules/vocabulary';
import type { NotificationFacts } from '../../notification-tables.ts';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import type { ReadOn } from '../reader.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import { daysToGo } from '../steps/days-to-go.ts';

interface Row {
  id: string;
  kind: NotificationView['kind'];
  subject: string;
  title: string;
  type: DocumentType | null;
  lead_agency: string | null;
  lead_vi: string | null;
  lead_en: string | null;
  step: string;
  due_on: LegalDate;
  facts: NotificationFacts | null;
  current: boolean;
  holder_id: string | null;
  holder_name: string | null;
  created_at: string;
  read_at: string | null;
}

/** Nothing is due with them. */
const UNDATED: ReadonlySet<NotificationView['kind']> = new Set(['approval-voided', 'webhook-stopped']);
/** After every day: where nothing is due. */
const NEVER_DAY = '9999-12-31';

const place = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** What a person was told, newest first, as far as what it is about exists for them today. */
export async function listNotifications(
  db: Db,
  actor: Actor,
  asked: z.output<typeof notificationInput>,
  on: ReadOn,
): Promise<z.infer<typeof notificationPage>> {
  const before = placeOf(place, asked.cursor);
  const unread = sql<boolean>`(n.read_at is null and ${current(actor)})`;
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
  const items = await viewsOf(db, rows.slice(0, asked.limit), on);
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
  const where = [sql<boolean>`n.mail_id = ${mailId}`, current(actor)];
  const rows = await notifications(db, actor, { where, limit: null });
  const day = ({ dueOn }: NotificationView) => dueOn ?? NEVER_DAY;
  return (await viewsOf(db, rows, on)).toSorted((a, b) =>
    day(a) === day(b) ? Number(a.id) - Number(b.id) : day(a) < day(b) ? -1 : 1,
  );
}

/** How many a person has not read of what there is still to do. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n ${told(actor)} and n.read_at is null and ${current(actor)}`.execute(db);
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
    left join campaign c on n.subject = 'campaign/' || c.code
    left join webhook w on n.subject = 'webhook/' || w.id and not w.removed
      and ${actor.roles.includes('administrator')}
    left join step_run s on s.subject = n.subject and s.step = n.step and s.opened_at = n.opened_at
      and s.due_on = n.due_on and s.finished_at is null
    where n.person_id = ${actor.id} and coalesce(d.code, plan.code, c.code, w.name) is not null`;
}

/** Whether there still is something to do; see `notificationView`. */
function current(actor: Actor): RawBuilder<boolean> {
  const own = isAuditor(actor) ? [] : agenciesOf(actor);
  return sql<boolean>`case
    when n.kind = 'approval-voided' then true
    when n.kind = 'webhook-stopped' then not w.enabled
    when c.code is null then s.step is not null
    else exists (
        select from unnest(c.asked) asked where asked = any(${own}::text[]) and asked <> all(c.answered))
      and case n.kind
        when 'campaign-reminded' then n.opened_at = (c.state->'reminder'->>'at')::timestamptz
          and (c.phase = 'open' or n.opened_at > (c.state->>'closedAt')::timestamptz)
        when 'campaign-opened' then c.phase = 'open'
        else c.phase = 'open' and n.due_on = c.answer_by end
    end`;
}

async function notifications(
  db: Db,
  actor: Actor,
  asked: { readonly where: readonly RawBuilder<boolean>[]; readonly limit: number | null },
): Promise<Row[]> {
  const conditions = sql.join([sql`true`, ...asked.where], sql` and `);
  const { rows } = await sql<Row>`
    select told.*, a.name_vi as lead_vi, a.name_en as lead_en from (
      select n.id, n.kind, n.subject, n.step, coalesce(c.answer_by, n.due_on) as due_on, n.created_at,
        n.read_at, n.facts, coalesce(d.title, plan.name, c.title, w.name) as title, d.type, coalesce(d.lead_agency, plan.lead_agency) as lead_agency,
        ${current(actor)} as current, s.holder_id, s.holder_name
      ${told(actor)} and ${conditions}
      order by n.id desc limit ${asked.limit}) told
    left join agency a on a.code = told.lead_agency
    order by told.id desc`.execute(db);
  return rows;
}

async function viewsOf(db: Db, rows: readonly Row[], on: ReadOn): Promise<NotificationView[]> {
  const nameOf = await procedureNames(
    db,
    rows.flatMap(({ facts }) => (facts?.voided?.procedures ?? []).map(({ code }) => code)),
  );
  return rows.map((row) => viewOf(row, nameOf, on));
}

function viewOf(
  row: Row,
  nameOf: (procedure: string) => LocalName,
  { today, calendar }: ReadOn,
): NotificationView {
  const [subject = '', ...code] = row.subject.split('/');
  const { lead_agency: lead, facts } = row;
  const dueOn = UNDATED.has(row.kind) ? null : row.due_on;
  const voided = facts?.voided && {
    ...facts.voided,
    procedures: facts.voided.procedures.map((one) => ({ ...one, name: nameOf(one.code) })),
  };
  return {
    id: row.id,
    kind: row.kind,
    subject: subject as NotificationView['subject'],
    code: code.join('/'),
    title: row.title,
    documentType: row.type,
    leadAgency: lead === null ? null : { code: lead, name: { vi: row.lead_vi ?? lead, en: row.lead_en } },
    step: subject === 'campaign' || subject === 'webhook' ? null : row.step,
    dueOn,
    current: row.current,
    ...(row.current ? daysToGo(dueOn, today, calendar) : { daysLate: 0, daysLeft: null }),
    holder: row.holder_id === null ? null : { id: row.holder_id, name: row.holder_name ?? row.holder_id },
    text: facts?.text ?? null,
    voided: voided ?? null,
    at: row.created_at,
    readAt: row.read_at,
  };
}
