import type { Actor } from '@tinhgon/rules/actor';
import type { costLinesInput, costPlanPage } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
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

/** Approved plans with a cost sheet, largest saving first. */
export async function costPlans(
  db: Db,
  actor: Actor,
  asked: AskedLines,
): Promise<z.infer<typeof costPlanPage>> {
  const [saving, code] = placeOf(savingPlace, asked.cursor) ?? [];
  const after =
    saving === undefined
      ? sql``
      : sql`and (proposed - current, code) > (${-saving}::float8, ${code}::text collate "C")`;
  const { rows: found } = await sql<Found>`
    with summed as (
      select p.plan_code, ${sumsOfYear} from proposed_cell p where ${isProposed(asked)} group by p.plan_code
    ),
    line as materialized (
      select summed.*, plan.code, plan.name, plan.lead_agency, ${visiblePlans(actor)} as readable
      from summed join plan on plan.code = plan_code
      where sheets > 0 ${asked.ministry === undefined ? sql`` : sql`and plan.lead_agency = ${asked.ministry}`}
    ),
    page as (
      select * from line where readable ${after} order by proposed - current, code limit ${asked.limit + 1}
    )
    select page.*, lines.total, lines.hidden
    from (
      select count(*) filter (where readable)::int as total, count(*) filter (where not readable)::int as hidden
      from line
    ) lines
    left join page on true
    order by proposed - current, code`.execute(db);
  const lines = found.flatMap((row) => (row.code === null ? [] : [row]));
  const rows = lines.slice(0, asked.limit);
  const last = lines.length > asked.limit ? rows.at(-1) : undefined;
  const refOf = await agencyRefs(
    db,
    rows.map((row) => row.lead_agency),
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
