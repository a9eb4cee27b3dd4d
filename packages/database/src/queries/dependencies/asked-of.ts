import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { MeasureKind } from '@tinhgon/rules/vocabulary';
import { NO_PLAN } from '../../rows/no-plan.ts';
import type { Db } from '../../schema.ts';
import { ministryOn } from '../counting/counted.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

/** One measure that needs one document. */
export interface Asked {
  readonly documentCode: string;
  readonly procedureCode: string;
  /** Empty for what was imported without a plan. */
  readonly planCode: string;
  readonly planName: string;
  /** The agency that leads the plan; without a plan, the one in charge of the procedure. */
  readonly ministry: string;
  readonly measure: MeasureKind;
  /** All documents the measure needs. */
  readonly documents: readonly string[];
  /** Whether the reader may see the plan. */
  readonly visible: boolean;
  /** In force, announced and entered: nothing is missing in this document. */
  readonly complete: boolean;
}

/** Which measures to look at: those of documents, of procedures or of plans. */
export type AskedOf =
  | { readonly documents: readonly string[] }
  | { readonly procedures: readonly string[] }
  | { readonly plan: string };

/** What plans, from their submission on, and imports without a plan ask of documents. */
export async function askedOf(db: Db, actor: Actor, of: AskedOf): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    with asked as (
      select d.code as document_code, m.procedure_code, m.plan_code, plan.name as plan_name,
        plan.lead_agency as ministry, m.measure, m.documents, ${visiblePlans(actor)} as visible
      from measure m join plan on plan.code = m.plan_code
      cross join lateral unnest(m.documents) as d(code)
      where plan.phase in ('submitted', 'returned', 'approved', 'carrying-out', 'done')
        and ${measureIs(of)}
      union all
      select l.document_code, l.procedure_code, ${NO_PLAN}, '',
        coalesce(${ministryOn(sql.ref('l.procedure_code'), sql`current_date`)}, d.lead_agency), l.measure,
        array[l.document_code], true
      from link l join document d on d.code = l.document_code
      where l.plan_code = ${NO_PLAN} and l.known_to is null and ${linkIs(of)}
    )
    select asked.document_code as "documentCode", asked.procedure_code as "procedureCode",
      asked.plan_code as "planCode", asked.plan_name as "planName", asked.ministry, asked.measure,
      asked.documents, asked.visible,
      (exists (select from evidence p where p.document_code = asked.document_code
          and p.kind = 'promulgation' and p.superseded_at is null)
        and ${covered('announcement')} and ${covered('database-entry')}) as complete
    from asked
    order by asked.document_code, asked.plan_code, asked.procedure_code`.execute(db);
  return rows;
}

const covered = (kind: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from evidence_procedure e where e.document_code = asked.document_code
    and e.procedure_code = asked.procedure_code and e.kind = ${kind} and e.superseded_at is null)`;

function measureIs(of: AskedOf): RawBuilder<unknown> {
  if ('documents' in of)
    return sql`m.documents && ${of.documents}::text[] and d.code = any(${of.documents}::text[])`;
  if ('procedures' in of) return sql`m.procedure_code = any(${of.procedures}::text[])`;
  return sql`m.plan_code = ${of.plan}`;
}

function linkIs(of: AskedOf): RawBuilder<unknown> {
  if ('documents' in of) return sql`l.document_code = any(${of.documents}::text[])`;
  return 'procedures' in of ? sql`l.procedure_code = any(${of.procedures}::text[])` : sql`false`;
}
