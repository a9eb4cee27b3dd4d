import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { operationItemsInput, OperationItemView } from '@tinhgon/rules/views/operation';
import type { FunctionCode } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { endsAssignment } from './operation-report.ts';
import { visibleBottlenecks } from '../bottlenecks/visible-bottlenecks.ts';
import { visibleInspections } from '../inspections/visible-inspections.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

type Row = Omit<OperationItemView, 'assignment'> & {
  readonly total: number;
  readonly held: FunctionCode | null;
  readonly ends: boolean;
  readonly held_at: string | null;
  readonly held_at_vi: string | null;
  readonly held_at_en: string | null;
};

const place = z.tuple([z.int().min(0).max(1_000_000)]);

/**
 * A page of an operation's subjects in their order, with names as far as the reader may see them; a plan that does
 * not exist for them has no code either.
 */
export async function listOperationItems(
  db: Db,
  actor: Actor,
  asked: z.output<typeof operationItemsInput>,
): Promise<{ items: OperationItemView[]; total: number; nextCursor: string | null }> {
  const [after] = placeOf(place, asked.cursor) ?? [0];
  const of = sql`i.operation = ${asked.id}::uuid ${asked.outcome === undefined ? sql`` : sql`and i.outcome = ${asked.outcome}`}`;
  const { rows } = await sql<Row>`
    select i.ordinal,
      case when i.subject like 'plan/%' and plan.code is null then 'plan/' else i.subject end as subject, coalesce(plan.name, d.title, person.name, a.name_vi, pr.name_vi, b.state ->> 'what', c.title, ins.subject) as title, i.outcome, i.code, i.details, i.attempts, i.at,
      i.task #>> '{assignment,function}' as held, i.ends,
      held_at.code as held_at, held_at.name_vi as held_at_vi, held_at.name_en as held_at_en,
      (select count(*)::int from operation_item i where ${of}) as total
    from (
      select i.*, ${endsAssignment} as ends from operation_item i where ${of} and i.ordinal > ${after}
      order by i.ordinal limit ${asked.limit + 1}) i
    left join plan on i.subject = 'plan/' || plan.code and ${visiblePlans(actor)}
    left join document d on i.subject = 'document/' || d.code
    left join person on person.id = case
      when i.subject like 'person/%' then substr(i.subject, 8)
      when i.subject like 'assignment/%' then i.task -> 'assignment' ->> 'personId'
      when i.subject like 'delegation/%' then i.task -> 'delegation' ->> 'personId' end
    left join agency a on i.subject = 'agency/' || a.code
    left join agency held_at on held_at.code = i.task #>> '{assignment,agency}'
    left join procedure pr on i.subject = 'procedure/' || pr.code
    left join bottleneck b on i.subject = 'bottleneck/' || b.code and ${visibleBottlenecks(actor, 'b')}
    left join campaign c on i.subject = 'campaign/' || c.code
    left join inspection ins on i.subject = 'inspection/' || ins.code and ${visibleInspections(actor, 'ins')}
    order by i.ordinal`.execute(db);
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    total: rows[0]?.total ?? 0,
    nextCursor: last && rows.length > asked.limit ? cursorOf([last.ordinal]) : null,
  };
}

function itemOf({
  total: _total,
  held,
  ends,
  held_at,
  held_at_vi,
  held_at_en,
  ...item
}: Row): OperationItemView {
  const agency =
    held_at === null ? null : { code: held_at, name: { vi: held_at_vi ?? held_at, en: held_at_en } };
  return { ...item, assignment: held && { function: held, agency, ends } };
}
