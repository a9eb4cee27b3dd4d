import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { LegalDate } from '@tinhgon/rules/days';
import type { stuckView } from '@tinhgon/rules/views/totals';
import type { Db } from '../../schema.ts';
import { seatOn } from '../steps/open-on.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { dueSoonUntil } from '../steps/timing-condition.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

type Stuck = z.infer<typeof stuckView>;

/**
 * Where a programme is stuck today: open steps that are overdue or due soon, those that hold up most procedures
 * first among the overdue. Plans the reader may not see are left out.
 */
export async function stuck(
  db: Db,
  actor: Actor,
  asked: {
    readonly programme: string;
    readonly today: LegalDate;
    readonly calendar: WorkingCalendar;
    readonly limit: number;
  },
): Promise<Stuck> {
  const { programme, today, calendar, limit } = asked;
  const soon = dueSoonUntil({ today, calendar });
  const { rows } = await sql<Omit<Stuck[number], 'daysLate' | 'daysLeft'>>`
    select s.kind as subject, s.code, coalesce(d.title, plan.name) as title, s.step, s.due_on as "dueOn",
      json_build_object('function', s.function, 'agency', case when held.agency is not null then json_build_object(
        'code', held.agency, 'name', json_build_object('vi', coalesce(a.name_vi, held.agency), 'en', a.name_en)) end) as "waitingOn",
      to_char(s.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since, s.procedures,
      case when s.kind = 'plan' then 1 else (
        -- Plan by plan: a document has a few dozen of all there are.
        select count(distinct p.lead_agency)::int from measure m
        cross join lateral (select lead_agency from plan where plan.code = m.plan_code limit 1) p
        where m.documents @> array[s.code]) end as ministries, delay.reason
    from step_run s
    left join document d on s.kind = 'document' and d.code = s.code
    left join plan on s.kind = 'plan' and plan.code = s.code
    ${seatOn(today)}
    cross join lateral (select coalesce(s.agency, seat.agency) as agency) held
    left join agency a on a.code = held.agency
    left join delay on delay.subject = s.subject and delay.missed = s.step and delay.missed_on = s.due_on
    where s.finished_at is null and s.due_on <= ${soon}::date
      and coalesce(d.programme, plan.programme) = ${programme}
      and (s.kind = 'document' or ${visiblePlans(actor)})
    order by (s.due_on < ${today}::date) desc, s.procedures desc, s.due_on, s.subject
    limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, ...daysToGo(row.dueOn, today, calendar) }));
}
