import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import type { planListInput } from '@tinhgon/rules/views/plan';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { knownAtMoment } from '../counting/counted.ts';
import { countsOfPlans } from '../counting/counts-of-plans.ts';
import { cursorOf, duePlace, namePlace, NEVER, placeOf } from '../cursor.ts';
import type { ReadOn } from '../reader.ts';
import { momentThen, stoodOn, stoodOpenOn } from '../steps/open-on.ts';
import { timingIs } from '../steps/timing-condition.ts';
import { agenciesNamedThen, agencyRefsThen } from '../then/agencies-then.ts';
import { heldOrStoodUnderThen } from '../then/held-or-stood-under.ts';
import { type PlanLine, planSummaryOf, type PlanSummary } from './plan-summary.ts';
import { seesAllPlans, visiblePlans } from './visible-plans.ts';

type Asked = z.output<typeof planListInput>;
type Past = ReadOn & Required<Pick<ReadOn, 'past'>>;

interface PastLine extends PlanLine {
  /** Where only the steps due first were looked at: what is due on this day or later may not be all. */
  told_before?: string | null;
}

/** How many open steps are looked at for a line of the first page. */
const STEPS_A_LINE = 4;

/**
 * `listPlans` as the list was at the end of a day, as far as was known at a moment: names, dates, agencies, steps and who
 * had them are those of then. Which plans it names is decided by what the reader may open today.
 */
export async function listPlansAsAt(
  db: Db,
  actor: Actor,
  asked: Asked,
  on: Past,
): Promise<{ items: PlanSummary[]; total: number; nextCursor: string | null }> {
  const { past } = on;
  const words = await agenciesNamedThen(db, searchPatterns(asked.q), past.knownAt);
  const conditions = sql.join(
    [
      sql`st.kind = 'plan' and ${stoodOn('st', past)}`,
      ...(seesAllPlans(actor) ? [] : [sql`st.code in (select code from plan where ${visiblePlans(actor)})`]),
      ...(asked.programme === undefined ? [] : [sql`st.programme = ${asked.programme}`]),
      ...(asked.ministry === undefined ? [] : [sql`st.agency = ${asked.ministry}`]),
      ...(asked.phase === undefined ? [] : [sql`st.phase = ${asked.phase}`]),
      ...searchPatterns(asked.q).map((pattern, n) => heldOrStoodUnderThen('st', pattern, words[n] ?? [])),
    ],
    sql` and `,
  );
  const inTime = asked.timing === undefined ? sql`true` : timingIs(asked.timing, sql`s.due_on`, on);
  const [found, all] = await Promise.all([
    page(db, asked, past, conditions, inTime),
    asked.timing === undefined
      ? sql<{ total: number }>`
          select count(*)::int as total from subject_period st where ${conditions}`.execute(db)
      : sql<{ total: number }>`
          with ${nextSteps(past)}
          select count(*)::int as total from subject_period st join next_step s on s.plan_code = st.code
          where ${conditions} and ${inTime}`.execute(db),
  ]);
  const rows = found.slice(0, asked.limit);
  const last = rows.at(-1);
  const next = last && (asked.sort === 'due' ? [last.due_on ?? NEVER, last.code] : [last.name, last.code]);
  return {
    items: await summaries(db, rows, on),
    total: all.rows[0]?.total ?? 0,
    nextCursor: next && found.length > asked.limit ? cursorOf(next) : null,
  };
}

/** One line more than the page has, where there is one. */
async function page(
  db: Db,
  { sort, cursor, timing, limit }: Asked,
  past: AsAt,
  conditions: RawBuilder<unknown>,
  inTime: RawBuilder<unknown>,
): Promise<PastLine[]> {
  const place = placeOf(sort === 'due' ? duePlace : namePlace, cursor);
  const [first, code] = place ?? [];
  const lines = async (branch: {
    readonly steps: RawBuilder<unknown>;
    /** Only so many of the open steps, those due first; all when absent. */
    readonly first?: number;
    readonly where?: RawBuilder<unknown>;
    readonly after: RawBuilder<unknown>;
    readonly order: RawBuilder<unknown>;
  }): Promise<PastLine[]> => {
    const { rows } = await sql<PastLine>`
      with ${nextSteps(past, branch.first)}
      select st.code, st.title as name, (select year from plan where plan.code = st.code) as year, st.programme,
        st.agency as lead_agency, st.phase, st.planned_on as deadline, st.procedures,
        s.step, s.number, s.due_on, s.holder_id, s.holder_name, s.on_behalf_of
        ${branch.first === undefined ? sql`` : sql`, (select max(due_on) from open having count(*) = ${branch.first}) as told_before`}
      from subject_period st
      ${branch.steps}
      where ${conditions} and ${inTime} ${branch.where ?? sql``}
        ${place ? branch.after : sql``}
      order by ${branch.order} limit ${limit + 1}`.execute(db);
    return rows;
  };
  const steps = sql`left join next_step s on s.plan_code = st.code`;
  switch (sort) {
    case 'due': {
      const due = sql`coalesce(s.due_on, ${NEVER})`;
      // Those with an open step, of which there are few, are sorted before they are looked up, no more than a page needs;
      // the others follow by code, if the page has room.
      const waiting = {
        steps: sql`join (
          select *, coalesce(due_on, ${NEVER}) as due_day from next_step order by coalesce(due_on, ${NEVER}), plan_code
        ) s on s.plan_code = st.code`,
        after: sql`and (s.due_day, s.plan_code) > (${first}::date, ${code})`,
        order: sql`s.due_day, s.plan_code`,
      };
      if (!place) {
        // The first page is mostly full of plans that wait for the few steps that are due first.
        const soonest = await lines({ ...waiting, first: STEPS_A_LINE * (limit + 1) });
        const isTold = ({ due_on, told_before: before }: PastLine) =>
          due_on !== null && (!before || due_on < before);
        if (soonest.length > limit && soonest.every(isTold)) return soonest;
      }
      const open = await lines(waiting);
      const isFull = open.length > limit && open.every(({ due_on }) => due_on !== null);
      if (timing !== undefined || isFull) return open;
      const others = await lines({
        steps,
        where: sql`and s.plan_code is null`,
        after: sql`and (${due}, st.code) > (${first}::date, ${code})`,
        order: sql`st.code`,
      });
      return [...open, ...others].toSorted(byDueDay).slice(0, limit + 1);
    }
    case 'code':
      return lines({ steps, after: sql`and st.code > ${code}`, order: sql`st.code` });
    case 'name': {
      const name = sql`st.title collate "vi-x-icu"`;
      return lines({
        steps,
        after: sql`and (${name}, st.code) > (${first}, ${code})`,
        order: sql`${name}, st.code`,
      });
    }
  }
}

function byDueDay(a: PlanLine, b: PlanLine): number {
  const [x, y] = [a.due_on ?? NEVER, b.due_on ?? NEVER];
  if (x !== y) return x < y ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}

/**
 * CTE `next_step`: of each plan that waited for somebody, the open step that was due first, its own or one of its documents';
 * of the `first` steps alone it is so for all that is due before the last of them.
 */
const nextSteps = (past: AsAt, first?: number) => sql`
  open as materialized (
    select kind, code, step, number, due_on, holder_id, holder_name, on_behalf_of from step_period s
    where ${stoodOpenOn('s', past)} ${first === undefined ? sql`` : sql`order by due_on limit ${first}`}
  ),
  next_step as materialized (
    select distinct on (plan_code) * from (
      select code as plan_code, code, step, number, due_on, holder_id, holder_name, on_behalf_of
      from open where kind = 'plan'
      union all
      select l.plan_code, open.code, step, number, due_on, holder_id, holder_name, on_behalf_of
      from open
      cross join lateral (
        select distinct plan_code from link
        where document_code = open.code and plan_code <> '' and ${knownAtMoment('link', { knownAt: momentThen(past) })}) l
      where kind = 'document'
    ) every
    order by plan_code, due_on nulls last, number, code
  )`;

async function summaries(db: Db, rows: readonly PlanLine[], on: Past): Promise<PlanSummary[]> {
  const [refOf, counts] = await Promise.all([
    agencyRefsThen(
      db,
      rows.map((row) => row.lead_agency),
      on.past,
    ),
    countsOfPlans(
      db,
      rows.map((row) => row.code),
      on.past,
    ),
  ]);
  return rows.map((row) => planSummaryOf(row, refOf, counts.get(row.code)?.size ?? 0, on));
}
