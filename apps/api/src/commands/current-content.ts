import { contentsOf, type Db } from '@tinhgon/database';
import { planContentSchema, type PlanInput, type ProcedureContent } from '@tinhgon/rules/content';

/**
 * Fills in what each procedure asks today where the client left it out and an earlier plan wrote it down;
 * `untouched` procedures of the plan stay as they are.
 */
export async function fillCurrent<Input extends PlanInput>(
  db: Db,
  input: Input,
  untouched: ReadonlySet<string> = new Set(),
): Promise<Input> {
  const missing = input.measures.flatMap(({ current, procedureCode }) =>
    current || untouched.has(procedureCode) ? [] : [procedureCode],
  );
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
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('link')
          .select('link.plan_code')
          .whereRef('link.plan_code', '=', 'measure.plan_code')
          .whereRef('link.procedure_code', '=', 'measure.procedure_code')
          .where('link.known_to', 'is', null),
      ),
    )
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
