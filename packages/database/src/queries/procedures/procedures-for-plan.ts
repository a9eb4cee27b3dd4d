import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import type { ProceduresForPlan, proceduresForPlanInput } from '@tinhgon/rules/views/procedures-for-plan';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { baselinesCte, knownAtMoment, ministryOn } from '../counting/counted.ts';
import { holdsWord } from '../search/holds-word.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

interface Row {
  code: string;
  name_vi: string;
  name_en: string | null;
  ministry: string | null;
  ministry_vi: string | null;
  ministry_en: string | null;
  own: boolean;
  in_baseline: boolean;
  simplified: boolean;
  plan_code: string | null;
  likely: boolean;
  total: number;
}

/** The procedures of the catalogue by code or words, first those a plan of that agency most likely means. */
export async function proceduresForPlan(
  db: Db,
  actor: Actor,
  asked: z.output<typeof proceduresForPlanInput> & AsAt,
): Promise<ProceduresForPlan> {
  const asAt = sql`${asked.asAt}::date`;
  const words = searchPatterns(asked.q).map((pattern) => holdsWord('p.search', pattern));
  const { rows } = await sql<Row>`
    with ${baselinesCte(asked, asked.programme)},
    in_base as (select id from base where date <= ${asAt} order by date desc limit 1),
    found as (
      select p.code, p.name_vi, p.name_en, ${ministryOn(sql.ref('p.code'), asAt)} as ministry,
        coalesce(c.counts_on <= ${asAt}, false) as simplified,
        exists (select from baseline_member m
          where m.baseline_id = (select id from in_base) and m.procedure_code = p.code) as in_baseline,
        (select plan.code from measure m join plan on plan.code = m.plan_code
          where m.procedure_code = p.code and plan.phase <> all(${[...CLOSED_PHASES]}) and ${visiblePlans(actor)}
          order by plan.code limit 1) as plan_code
      from procedure p
      left join counted_period c on c.programme = ${asked.programme} and c.procedure_code = p.code
        and ${knownAtMoment('c', asked)}
      where ${sql.join([sql`true`, ...words], sql` and `)}
    ),
    told as (
      select *, ministry is not distinct from ${asked.leadAgency}::text as own,
        ministry is not distinct from ${asked.leadAgency}::text and not simplified and plan_code is null as likely
      from found
    )
    select told.*, a.name_vi as ministry_vi, a.name_en as ministry_en, (count(*) over ())::int as total
    from told left join agency a on a.code = told.ministry
    order by likely desc, own desc, simplified, in_baseline desc, told.code
    limit ${asked.limit}`.execute(db);
  return {
    items: rows.map((row) => ({
      code: row.code,
      name: { vi: row.name_vi, en: row.name_en },
      ministry: {
        code: row.ministry ?? '',
        name: { vi: row.ministry_vi ?? row.ministry ?? '', en: row.ministry_en },
      },
      own: row.own,
      inBaseline: row.in_baseline,
      simplified: row.simplified,
      plan: row.plan_code,
      likely: row.likely,
    })),
    total: rows[0]?.total ?? 0,
  };
}
