import type { Actor } from '@tinhgon/rules/actor';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import type { AsAt } from '@tinhgon/rules/counting';
import type { procedureCost as procedureCostView } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { knownAtMoment } from '../counting/counted.ts';
import { visiblePlan } from '../plans/visible-plans.ts';

interface Row {
  sheet: CostSheet;
  plan_code: string;
  counts: boolean;
  readable: boolean;
}

/**
 * The cost sheet of a procedure: that by which it counts, which everyone may read as they may what it asks today; else
 * of the newest approved plan the reader sees.
 */
export async function procedureCost(
  db: Db,
  actor: Actor,
  code: string,
  asked: AsAt,
): Promise<z.infer<typeof procedureCostView> | null> {
  const { rows } = await sql<Row>`
    select m.sheet, s.plan_code, coalesce(c.counts_on <= ${asked.asAt}::date, false) as counts,
      ${visiblePlan(actor)} as readable
    from cost_period s
    join measure_cost m using (measure_hash)
    join plan on plan.code = s.plan_code
    left join counted_period c on c.programme = s.programme and c.procedure_code = s.procedure_code
      and c.plan_code = s.plan_code and ${knownAtMoment('c', asked)}
    where s.procedure_code = ${code} and ${knownAtMoment('s', asked)}
    order by counts desc, s.known_from desc, s.plan_code`.execute(db);
  const found = rows.find(({ counts, readable }) => counts || readable);
  if (!found) return null;
  const { sheet } = found;
  return { sheet, plan: found.readable ? found.plan_code : null, counts: found.counts };
}
