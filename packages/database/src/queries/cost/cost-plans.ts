import type { Actor } from '@tinhgon/rules/actor';
import type { costLinesInput, costPlanPage } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { seesAllPlans, visiblePlans } from '../plans/visible-plans.ts';
import { stoodOn } from '../steps/open-on.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { type AskedCost, isProposed, sumsOf, type SumsRow, sumsOfYear } from './cost-sums.ts';

export type AskedLines = AskedCost & Pick<z.output<typeof costLinesInput>, 'ministry' | 'cursor' | 'limit'>;

/** A saving and a code. */
export const savingPlace = z.tuple([z.number(), word(200)]);

interface Row extends SumsRow {
  code: string;
  name: string;
  lead_agency: string;
}
/** A line of the page, or none of it, and how many there are in all. */
type Found = (Row | { code: null }) & { total: number; hidden: number };

/** Approved plans with a cost sheet, largest saving first, under the name and agency they had on the day. */
export async function costPlans(
  db: Db,
  actor: Actor,
  asked: AskedLines,
): Promise<z.infer<typeof costPlanPage>> {
  const [saving, code] = placeOf(savingPlace, asked.cursor) ?? [];
  const after =
    saving === undefined ? sql`` : sql`and (change, code) > (${-saving}::float8, ${code}::text collate "C")`;
  const readable = seesAllPlans(actor)
    ? sql`true`
    : sql`plan_code in (select code from plan where ${visiblePlans(actor)})`;
  const then = sql`plan left join subject_period st on st.kind = 'plan' and st.code = plan.code and ${stoodOn('st', asked)}`;
  const ofMinistry =
    asked.ministry === undefined
      ? sql``
      : sql`and plan_code in (select plan.code from ${then} where coalesce(st.agency, plan.lead_agency) = ${asked.ministry})`;
  // Every plan is put in its place by its change alone; what else a line says is added up for those of the page.
  const { rows: found } = await sql<Found>`
    with line as materialized (
      select plan_code as code, sum((p.proposed - p.current)::float8) as change, ${readable} as readable
      from proposed_cell p where ${isProposed(asked)} ${ofMinistry} group by plan_code having sum(sheets) > 0
    ),
    page as (
      select code, change from line where readable ${after} order by change, code limit ${asked.limit + 1}
    )
    select plan.code, coalesce(st.title, plan.name) as name, coalesce(st.agency, plan.lead_agency) as lead_agency, sums.*,
      lines.total, lines.hidden
    from (
      select count(*) filter (where readable)::int as total, count(*) filter (where not readable)::int as hidden
      from line
    ) lines
    left join (
      page join (${then}) on plan.code = page.code
      cross join lateral (
        select ${sumsOfYear} from proposed_cell p where p.plan_code = page.code and ${isProposed(asked)}
      ) sums
    ) on true
    order by change, plan.code`.execute(db);
  const lines = found.flatMap((row) => (row.code === null ? [] : [row]));
  const rows = lines.slice(0, asked.limit);
  const last = lines.length > asked.limit ? rows.at(-1) : undefined;
  const refOf = await agencyRefsThen(
    db,
    rows.map((row) => row.lead_agency),
    asked,
  );
  return {
    asAt: asked.asAt,
    knownAt: asked.knownAt,
    items: rows.map((row) => ({
      code: row.code,
      name: row.name,
      ministry: refOf(row.lead_agency),
      ...sumsOf(row),
    })),
    total: found[0]?.total ?? 0,
    hidden: found[0]?.hidden ?? 0,
    nextCursor: last ? cursorOf([last.current - last.proposed, last.code]) : null,
  };
}
