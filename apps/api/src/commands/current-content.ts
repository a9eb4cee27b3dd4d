import { contentsOf, type Db } from '@tinhgon/database';
import { planContentSchema, type PlanInput, type ProcedureContent } from '@tinhgon/rules/content';

/** Fills in what each procedure asks today where the client left it out and an earlier plan wrote it down. */
export async function fillCurrent<Input extends PlanInput>(db: Db, input: Input): Promise<Input> {
  const missing = input.measures.flatMap((measure) => (measure.current ? [] : [measure.procedureCode]));
  const known = await currentContents(db, missing);
  const measures = input.measures.map((measure) => {
    const current = measure.current ?? known.get(measure.procedureCode);
    return current ? { ...measure, current } : measure;
  });
  return { ...input, measures };
}

/**
 * What procedures ask of a citizen today, as far as the record knows: what the last finished plan proposed,
 * else what an approved plan wrote down as current.
 */
export async function currentContents(
  db: Db,
  procedureCodes: readonly string[],
): Promise<ReadonlyMap<string, ProcedureContent>> {
  if (procedureCodes.length === 0) return new Map();
  const plans = await db
    .selectFrom('measure')
    .innerJoin('plan', 'plan.code', 'measure.plan_code')
    .select(['measure.procedure_code', 'plan.content', 'plan.phase'])
    .where('measure.procedure_code', 'in', [...new Set(procedureCodes)])
    // What is still being drafted or checked is its ministry's own affair.
    .where('plan.phase', 'in', ['approved', 'carrying-out', 'done'])
    .orderBy((eb) => eb('plan.phase', '=', 'done'), 'desc')
    .orderBy('plan.year', 'desc')
    .orderBy('plan.code', 'desc')
    .execute();
  const contents = await contentsOf(
    db,
    plans.map(({ content }) => content),
  );
  const found = new Map<string, ProcedureContent>();
  for (const { procedure_code: code, content, phase } of plans) {
    if (found.has(code)) continue;
    const read = planContentSchema.safeParse(contents.get(content));
    const measure = read.data?.measures.find(({ procedureCode }) => procedureCode === code);
    const known = phase === 'done' ? (measure?.proposed ?? measure?.current) : measure?.current;
    if (known) found.set(code, known);
  }
  return found;
}
