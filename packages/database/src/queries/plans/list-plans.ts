import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { planListInput } from '@tinhgon/rules/views/plan';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { agencyRefs } from '../agency-refs.ts';
import { countsOfPlans } from '../counting/counts-of-plans.ts';
import { cursorOf, duePlace, namePlace, NEVER, placeOf } from '../cursor.ts';
import type { ReadOn } from '../reader.ts';
import { holdsOrStoodUnder } from '../search/by-agency-name.ts';
import { timingIs } from '../steps/timing-condition.ts';
import { listPlansAsAt } from './list-plans-as-at.ts';
import { type PlanLine, planSummaryOf, type PlanSummary } from './plan-summary.ts';
import { seesAllPlans, visiblePlans } from './visible-plans.ts';

type Asked = z.output<typeof planListInput>;

/** A line of the page, or none of it, and how many there are in all. */
type Found = (PlanLine | { code: null }) & { total: number };

/**
 * A page of the plans that exist for the reader. `step` is the plan's open one or, once it is approved, the one
 * of its documents that is due first. By due day, undated last; by code; or by name. Of a past day: `listPlansAsAt`.
 */
export async function listPlans(
  db: Db,
  actor: Actor,
  asked: Asked,
  on: ReadOn,
): Promise<{ items: PlanSummary[]; total: number; nextCursor: string | null }> {
  if (on.past) return listPlansAsAt(db, actor, asked, { ...on, past: on.past });
  const ofPlan = [
    sql`true`,
    ...(seesAllPlans(actor) ? [] : [visiblePlans(actor, 'p')]),
    ...(asked.programme === undefined ? [] : [sql`p.programme = ${asked.programme}`]),
    ...(asked.ministry === undefined ? [] : [sql`p.lead_agency = ${asked.ministry}`]),
    ...(asked.phase === undefined ? [] : [sql`p.phase = ${asked.phase}`]),
    ...searchPatterns(asked.q).map((pattern) => holdsOrStoodUnder('p', pattern)),
  ];
  // Where a few plans are asked about, they are gathered once, for the page and for its total.
  const few = !seesAllPlans(actor) || asked.ministry !== undefined || asked.q !== undefined;
  const plans = sql`select p.code, p.name, p.year, p.programme, p.lead_agency, p.phase, p.deadline
    from plan p where ${sql.join(ofPlan, sql` and `)}`;
  const { order, after, branches } = ordered(asked);
  const step = sql`join next_step s on s.plan_code = p.code`;
  const waits = sql`p.*, s.due_on, s.plan_code is not null as waits`;
  const { line, counted } =
    asked.timing !== undefined
      ? {
          line: sql`materialized (select ${waits} from p ${step} where ${timingIs(asked.timing, sql`s.due_on`, on)})`,
          counted: sql`line`,
        }
      : {
          line:
            asked.sort === 'due'
              ? sql`not materialized (select ${waits} from p left ${step})`
              : sql`not materialized (select p.*, null::date as due_on from p)`,
          counted: sql`p`,
        };
  const { rows: found } = await sql<Found>`
    with ${NEXT_STEPS},
    p as ${few ? sql`materialized` : sql`not materialized`} (${plans}),
    line as ${line},
    page as (${sql.join(
      branches.map(
        ({ of, first }) => sql`(
          select * from line where ${of} ${after} order by ${first} limit ${asked.limit + 1})`,
      ),
      sql` union all `,
    )})
    select page.code, page.name, page.year, page.programme, page.lead_agency, page.phase, page.deadline,
      s.step, s.number, s.due_on, s.holder_id, s.holder_name, s.on_behalf_of,
      (select count(*)::int from measure m where m.plan_code = page.code) as procedures, lines.total
    from (select count(*)::int as total from ${counted}) lines
    left join (
      (
        select *, row_number() over (order by ${order}) as place from page order by place limit ${asked.limit + 1}
      ) page
      left join next_step s on s.plan_code = page.code
    ) on true
    order by place`.execute(db);
  const page = found.flatMap((row) => (row.code === null ? [] : [row]));
  const rows = page.slice(0, asked.limit);
  const last = rows.at(-1);
  const next = last && (asked.sort === 'due' ? [last.due_on ?? NEVER, last.code] : [last.name, last.code]);
  return {
    items: await summaries(db, rows, on),
    total: found[0]?.total ?? 0,
    nextCursor: next && page.length > asked.limit ? cursorOf(next) : null,
  };
}

/**
 * CTE `next_step`: of each plan that waits for somebody, the open step that is due first, its own or one of its
 * documents'. Made from the open steps, of which there are few, not plan by plan.
 */
const NEXT_STEPS = sql`
  next_step as materialized (
    select distinct on (plan_code) * from (
      select s.code as plan_code, s.code, step, number, due_on, holder_id, holder_name, on_behalf_of
      from step_run s where s.kind = 'plan' and s.finished_at is null
      union all
      select l.plan_code, s.code, step, number, due_on, holder_id, holder_name, on_behalf_of
      from step_run s
      cross join lateral (
        select distinct plan_code from link
        where document_code = s.code and plan_code <> ''
          and known_to is null) l
      where s.kind = 'document' and s.finished_at is null
    ) open
    order by plan_code, due_on nulls last, number, code
  )`;

async function summaries(db: Db, rows: readonly PlanLine[], on: ReadOn): Promise<PlanSummary[]> {
  const [refOf, counts] = await Promise.all([
    agencyRefs(
      db,
      rows.map((row) => row.lead_agency),
    ),
    countsOfPlans(
      db,
      rows.map((row) => row.code),
    ),
  ]);
  return rows.map((row) => planSummaryOf(row, refOf, counts.get(row.code)?.size ?? 0, on));
}

/**
 * The order, what comes after the cursor, and the plans in one branch or two. By due day, those with an open step, of
 * which there are few, are sorted; the others follow by code, which an index knows: no more is read than a page needs.
 */
function ordered({ sort, cursor, timing }: Asked) {
  const place = placeOf(sort === 'due' ? duePlace : namePlace, cursor);
  const [first, code] = place ?? [];
  const anyPlan = sql`true`;
  switch (sort) {
    case 'due': {
      const due = sql`coalesce(due_on, ${NEVER})`;
      const open = { of: sql`waits`, first: sql`${due}, code` };
      const others = { of: sql`not waits`, first: sql`code` };
      return {
        order: sql`${due}, code`,
        after: place ? sql`and (${due}, code) > (${first}::date, ${code})` : sql``,
        branches: timing === undefined ? [open, others] : [open],
      };
    }
    case 'code':
      return {
        order: sql`code`,
        after: place ? sql`and code > ${code}` : sql``,
        branches: [{ of: anyPlan, first: sql`code` }],
      };
    case 'name': {
      const name = sql`name collate "vi-x-icu"`;
      return {
        order: sql`${name}, code`,
        after: place ? sql`and (${name}, code) > (${first}, ${code})` : sql``,
        branches: [{ of: anyPlan, first: sql`${name}, code` }],
      };
    }
  }
}
