import type { Actor } from '@tinhgon/rules/actor';
import { type PlanContent, planContentSchema, type ProcedureContent } from '@tinhgon/rules/content';
import type { MeasureKind } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

/** A procedure as a document changes it. */
export interface ChangedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string | null;
  /** The agency that answers for it today. */
  readonly agency: string | null;
  readonly measure: MeasureKind;
  /** What it asks once the document is in force; null where nobody wrote that down, or it is abolished. */
  readonly proposed: ProcedureContent | null;
}

/** The procedures linked to a document by plans the reader sees, by code; each once. */
export async function proceduresOfDocument(db: Db, actor: Actor, code: string): Promise<ChangedProcedure[]> {
  const { rows } = await sql<Omit<ChangedProcedure, 'proposed'> & { plan: string; content: string | null }>`
    select distinct on (linked.procedure) linked.procedure as code, linked.measure, linked.plan,
      coalesce(p.name_vi, linked.procedure) as name, p.field, agency.name_vi as agency, plan.content
    from (
      select link.key as plan, one ->> 'procedureCode' as procedure, one ->> 'measure' as measure
      from document d, jsonb_each(d.state -> 'links') link, jsonb_array_elements(link.value -> 'measures') one
      where d.code = ${code}) linked
    left join plan on plan.code = linked.plan
    left join procedure p on p.code = linked.procedure
    left join lateral (
      select a.name_vi from procedure_ministry m join agency a on a.code = m.ministry
      where m.procedure_code = linked.procedure order by m."from" desc limit 1) agency on true
    where linked.plan = '' or ${visiblePlans(actor)}
    order by linked.procedure, linked.plan`.execute(db);
  const contents = await contentsOf(
    db,
    rows.flatMap(({ content }) => (content === null ? [] : [content])),
  );
  const read = new Map<string, PlanContent>();
  const contentOf = (hash: string): PlanContent => {
    const known = read.get(hash) ?? planContentSchema.parse(contents.get(hash));
    read.set(hash, known);
    return known;
  };
  return rows.map(({ plan: _plan, content, ...procedure }) => ({
    ...procedure,
    proposed:
      (content === null
        ? null
        : contentOf(content).measures.find((one) => one.procedureCode === procedure.code)?.proposed) ?? null,
  }));
}
