import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import { timingOf } from '@tinhgon/rules/clock';
import type { LegalDate } from '@tinhgon/rules/days';
import type { Represented } from '@tinhgon/rules/person';
import { wayIn } from '@tinhgon/rules/standing';
import type { InboxItem, inboxInput, inboxView } from '@tinhgon/rules/views/inbox';
import type { DocumentType, FunctionCode } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { cursorOf, dayOrNever, NEVER, placeOf, word } from '../cursor.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { holderOf } from '../steps/holder-of.ts';
import { waiting } from './waiting.ts';

interface Row {
  subject: string;
  kind: 'plan' | 'document';
  code: string;
  title: string;
  type: DocumentType | null;
  lead_agency: string;
  lead_vi: string | null;
  lead_en: string | null;
  step: string;
  number: number;
  step_kind: InboxItem['stepKind'];
  function: FunctionCode;
  agency: string | null;
  barred: string[];
  on_behalf_of: Represented | null;
  returned: boolean;
  opened_at: string;
  due_on: LegalDate | null;
  holder_id: string | null;
  holder_name: string | null;
  procedures: number;
  out_of: number;
  remarks: number;
}

/**
 * What waits for a person: open steps and changes of dates by due date, undated last. See `inboxView` for the four
 * views; the counts are of the views under the same filters.
 */
export async function listInbox(
  db: Db,
  actor: Actor,
  asked: z.output<typeof inboxInput>,
  { today, calendar }: { readonly today: LegalDate; readonly calendar: WorkingCalendar },
): Promise<z.infer<typeof inboxView>> {
  const views = viewConditions(today);
  const open = sql`
    from s
    left join document d on s.kind = 'document' and d.code = s.code
    left join plan on s.kind = 'plan' and plan.code = s.code
    where (s.kind = 'document' or ${visiblePlans(actor)}) ${filters(asked)}`;
  const [page, counts] = await Promise.all([
    sql<Row>`
      ${waitingFor(actor)}
      select s.subject, s.kind, s.code, coalesce(d.title, plan.name) as title, d.type,
        coalesce(d.lead_agency, plan.lead_agency) as lead_agency, a.name_vi as lead_vi, a.name_en as lead_en,
        s.step, s.number, s.step_kind, s.function, s.agency, s.barred, s.on_behalf_of, s.returned, s.opened_at,
        s.due_on, s.holder_id, s.holder_name, s.procedures,
        case when s.kind = 'plan' then (select count(*)::int from measure m where m.plan_code = s.code)
          else s.procedures end as out_of,
        case when s.step_kind = 'date' then 0 else (select count(*)::int from remark r
          where r.subject = s.subject and r.answered_at is null and r.resolved_at is null
            and ${isAboutStep}) end as remarks
      from (select s.* ${open} and ${views[asked.view]} ${after(asked.cursor)}
        order by coalesce(s.due_on, ${NEVER}), s.subject, s.number, s.step limit ${asked.limit + 1}) s
      left join document d on s.kind = 'document' and d.code = s.code
      left join plan on s.kind = 'plan' and plan.code = s.code
      left join agency a on a.code = coalesce(d.lead_agency, plan.lead_agency)
      order by coalesce(s.due_on, ${NEVER}), s.subject, s.number, s.step`.execute(db),
    sql<Record<'mine' | 'unit' | 'overdue' | 'returned', number>>`
      ${waitingFor(actor)}
      select count(*) filter (where ${views.mine})::int as mine,
        count(*) filter (where ${views.unit})::int as unit,
        count(*) filter (where ${views.overdue})::int as overdue,
        count(*) filter (where ${views.returned})::int as returned
      ${open}`.execute(db),
  ]);
  const items = page.rows.slice(0, asked.limit).map((row) => itemOf(row, actor, today, calendar));
  const last = page.rows[asked.limit - 1];
  return {
    items,
    counts: counts.rows[0] ?? { mine: 0, unit: 0, overdue: 0, returned: 0 },
    nextCursor:
      page.rows.length > asked.limit && last
        ? cursorOf([last.due_on ?? NEVER, last.subject, last.number, last.step])
        : null,
  };
}

/** Of a plan whose procedures go different ways, a remark at one of them waits only where that one is. */
const isAboutStep = sql<boolean>`(
  s.kind = 'document' or r.procedure_code is null or coalesce(
    (select lane->'step'->>'key' from jsonb_array_elements(coalesce(plan.state->'aside', '[]')) lane
      where lane->'procedureCodes' @> to_jsonb(r.procedure_code)),
    plan.state->'step'->>'key') = s.step)`;

/** Open steps waiting for a person, whatever the filters. */
export async function countMine(db: Db, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    ${waitingFor(actor)}
    select count(*)::int as n from s where s.is_mine`.execute(db);
  return rows[0]?.n ?? 0;
}

/**
 * CTE `held(function, agency, only, for_id)`: what the reader acts as; and `mine` and `unit`, the steps these views
 * are made of. What is neither is not looked at further.
 */
function waitingFor(actor: Actor) {
  const held = actor.assignments.map(({ function: code, agency, only, onBehalfOf }) => ({
    function: code,
    agency,
    only,
    for_id: onBehalfOf?.id,
  }));
  // The same as `wayIn` of the rules: the function is held, for themselves or for another; nobody else has claimed
  // it; four eyes of both.
  return sql`
    with held as materialized (
      select * from json_to_recordset(${JSON.stringify(held)}::json)
        as held(function text, agency text, "only" text, for_id text)
    ),
    s as materialized (
      select s.*, way.mine and not (${actor.id}::text = any(s.barred)) as is_mine
      from ${waiting} s
      cross join lateral (
        select bool_or((s.holder_id is null or s.holder_id = ${actor.id} or s.holder_id = held.for_id
            or s.on_behalf_of->>'id' = coalesce(held.for_id, ${actor.id}))
          and (held.for_id is null or not (held.for_id = any(s.barred)))) as mine, count(*) as ways
        from held
        where held.function = s.function and (held.agency is null or held.agency = s.agency)
          and (held."only" is null or held."only" = s.kind)
      ) way
      where s.agency = ${actor.agency} or way.ways > 0
    )`;
}

const viewConditions = (today: LegalDate) =>
  ({
    mine: sql<boolean>`coalesce(s.is_mine, false)`,
    unit: sql<boolean>`true`,
    overdue: sql<boolean>`(s.is_mine and s.due_on < ${today}::date)`,
    returned: sql<boolean>`(s.is_mine and s.returned)`,
  }) satisfies Record<string, RawBuilder<boolean>>;

function filters(asked: z.output<typeof inboxInput>) {
  const conditions = [
    ...(asked.subject === undefined ? [] : [sql`s.kind = ${asked.subject}`]),
    ...(asked.step === undefined ? [] : [sql`s.step = ${asked.step}`]),
    ...(asked.agency === undefined ? [] : [sql`coalesce(d.lead_agency, plan.lead_agency) = ${asked.agency}`]),
    ...searchPatterns(asked.q).map((pattern) => sql`coalesce(d.search, plan.search) like ${pattern}`),
  ];
  return conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;
}

const inboxPlace = z.tuple([dayOrNever, word(300), z.int().min(0).max(100), word(150)]);

/** @throws InvalidCursor */
function after(cursor: string | undefined) {
  const place = placeOf(inboxPlace, cursor);
  if (!place) return sql``;
  const [due, subject, number, step] = place;
  return sql`and (coalesce(s.due_on, ${NEVER}), s.subject, s.number, s.step)
    > (${due}::date, ${subject}, ${number}::int, ${step})`;
}

function itemOf(row: Row, actor: Actor, today: LegalDate, calendar: WorkingCalendar): InboxItem {
  const holder = holderOf(row);
  const { function: code, agency, kind: subject } = row;
  const way = wayIn(actor, { function: code, agency, subject, holder }, row.barred);
  const standsIn = way.ok ? way.value : null;
  return {
    id: `${row.subject}/${row.step}`,
    subject: row.kind,
    code: row.code,
    title: row.title,
    documentType: row.type,
    leadAgency: { code: row.lead_agency, name: { vi: row.lead_vi ?? row.lead_agency, en: row.lead_en } },
    step: row.step,
    stepNumber: row.number,
    stepKind: row.step_kind,
    returned: row.returned,
    openedAt: row.opened_at,
    dueOn: row.due_on,
    timing: timingOf(row.due_on, today, calendar),
    ...daysToGo(row.due_on, today, calendar),
    holder,
    onBehalfOf: standsIn?.onBehalfOf ?? null,
    standingInUntil: (standsIn?.onBehalfOf && standsIn.until) ?? null,
    procedures: row.procedures,
    outOf: row.out_of,
    remarks: row.remarks,
  };
}
