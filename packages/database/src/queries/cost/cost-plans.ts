import type { Actor } from '@tinhgon/rules/actor';
import type { costLinesInput, costPlanPage } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import { type AskedCost, costCtes, sumsOf, type SumsRow, sumsOfYear } from './cost-ctes.ts';

export type AskedLines = AskedCost & Pick<z.output<typeof costLinesInput>, 'ministry' | 'cursor' | 'limit'>;

/** A saving and a code. */
export const savingPlace = z.tuple([z.number(), word(200)]);

interface Row extends SumsRow {
  code: string;
  name: string;
  lead_agency: string;
  readable: boolean;
}

/** Approved plans with a cost sheet, largest saving first. */
export async function costPlans(
  db: Db,
  actor: Actor,
  asked: AskedLines,
): Promise<z.infer<typeof costPlanPage>> {
  const [saving, code] = placeOf(savingPlace, asked.cursor) ?? [];
  const own = sql`
    with ${costCtes(asked)},
    line as (
      select plan_code as code, plan.name, plan.lead_agency, ${visiblePlans(actor)} as readable, ${sumsOfYear}
      from proposed join plan on plan.code = proposed.plan_code
      ${asked.ministry === undefined ? sql`` : sql`where plan.lead_agency = ${asked.ministry}`}
      group by plan.code, plan_code
      having count(measure_hash) > 0
    )`;
  const after =
    saving === undefined
      ? sql``
      : sql`and (proposed - current, code) > (${-saving}::float8, ${code}::text collate "C")`;
  const [page, all] = await Promise.all([
    sql<Row>`${own} select * from line where readable ${after}
      order by proposed - current, code limit ${asked.limit + 1}`.execute(db),
    sql<{ total: number; hidden: number }>`${own}
      select count(*) filter (where readable)::int as total, count(*) filter (where not readable)::int as hidden
      from line`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
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
    total: all.rows[0]?.total ?? 0,
    hidden: all.rows[0]?.hidden ?? 0,
    nextCursor: last ? cursorOf([last.current - last.proposed, last.code]) : null,
  };
}
