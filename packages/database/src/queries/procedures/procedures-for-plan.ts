import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import type { ProceduresForPlan, proceduresForPlanInput } from '@tinhgon/rules/views/procedures-for-plan';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { baselinesCte, inBaseCte, knownAtMoment, ministryOn } from '../counting/counted.ts';
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
  const matching = (codes: RawBuilder<unknown>) =>
    words.length === 0 ? codes : sql`${codes} join procedure p using (code)`;
  const matches = sql.join([sql`true`, ...words], sql` and `);
  const isSimplified = sql`coalesce(c.counts_on <= ${asAt}, false)`;
  const isInBaseline = sql`(m.procedure_code is not null)`;
  const line = sql`code, ${isSimplified} as simplified, ${isInBaseline} as in_baseline, taken.plan_code`;
  const standing = sql`
    left join counted_period c on c.programme = ${asked.programme} and c.procedure_code = code
      and ${knownAtMoment('c', asked)}
    left join baseline_member m on m.baseline_id = (select id from in_base) and m.procedure_code = code
    left join taken on taken.procedure_code = code`;
  const foreign = sql`code not in (select code from own) and ${matches}`;
  // Those of the agency are few. Of the others the first by code are read, and all only where those are not enough.
  const { rows } = await sql<Row>`
    with ${baselinesCte(asked, asked.programme)},
    ${inBaseCte(asked)},
    taken as materialized (
      select measure.procedure_code, min(plan.code) as plan_code
      from plan join measure on measure.plan_code = plan.code
      where plan.phase <> all(${[...CLOSED_PHASES]}) and ${visiblePlans(actor)}
      group by measure.procedure_code
    ),
    own as materialized (
      select procedure_code as code from procedure_ministries
      where known_to is null and ministries in (
        select ministries from agencies_in_turn where ministry_on(ministries, ${asAt}) = ${asked.leadAgency})
    ),
    its as materialized (
      select ${line} from ${matching(sql`own`)} ${standing} where ${matches}
    ),
    open as materialized (
      select ${line} from procedure p ${standing}
      where (select count(*) from its) < ${asked.limit} and ${foreign} and ${isInBaseline} and not ${isSimplified}
      order by code limit ${asked.limit}
    ),
    found as (
      select *, true as own from its
      union all
      select *, false from open
      union all
      select ${line}, false from procedure p ${standing}
      where (select count(*) from its) + (select count(*) from open) < ${asked.limit} and ${foreign}
        and not (${isInBaseline} and not ${isSimplified})
    ),
    page as (
      select *, own and not simplified and plan_code is null as likely from found
      order by likely desc, own desc, simplified, in_baseline desc, code limit ${asked.limit}
    )
    select page.*, p.name_vi, p.name_en, charge.ministry, a.name_vi as ministry_vi, a.name_en as ministry_en,
      (select count(*)::int from procedure p where ${matches}) as total
    from page
    join procedure p using (code)
    cross join lateral (select ${ministryOn(sql.ref('page.code'), asAt)} as ministry) charge
    left join agency a on a.code = charge.ministry
    order by likely desc, own desc, simplified, in_baseline desc, code`.execute(db);
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
