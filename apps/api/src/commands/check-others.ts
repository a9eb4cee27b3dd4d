import { contentsOf } from '@tinhgon/database';
import {
  type MeasureInput,
  type PlanContent,
  planContentSchema,
  planHeaderSchema,
  type PlanInput,
  procedureContentSchema,
} from '@tinhgon/rules/content';
import { hashOf } from '@tinhgon/rules/hash';
import type { Lane } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';

/** Procedures of the plan that are not the lane's to edit; without a lane the workflow refuses the whole. */
export function othersThan(state: PlanState, lane: Lane | undefined): ReadonlySet<string> {
  if (!lane) return new Set();
  const own = new Set(lane.procedureCodes);
  return new Set(state.measures.map((one) => one.procedureCode).filter((code) => !own.has(code)));
}

/**
 * While only some procedures are edited, the plan's own text stays as it is, and so do the `others`: where a
 * client says the same of one in another form, its stored text is kept to the letter. What differs is left for
 * the workflow to refuse. Throws Refusal NOT_RETURNED for the plan's own text, which the workflow does not know.
 */
export async function keepOthers(
  { db }: RequestContext,
  state: PlanState,
  input: PlanInput,
  others: ReadonlySet<string>,
): Promise<PlanInput> {
  const stored = (await contentsOf(db, [state.content])).get(state.content) as PlanContent;
  const saved = planContentSchema.parse(stored);
  const fields = Object.keys(planHeaderSchema.shape) as (keyof typeof planHeaderSchema.shape)[];
  const changed = fields.find((field) => hashOf(input[field]) !== hashOf(saved[field]));
  if (changed) throw refuse('NOT_RETURNED', { field: `content.${changed}` });
  const verbatim = new Map(stored.measures.map((measure) => [measure.procedureCode, measure]));
  const measures = input.measures.map((measure) => {
    const kept = verbatim.get(measure.procedureCode);
    if (!kept || !others.has(measure.procedureCode) || !saysSame(kept, measure)) return measure;
    return { ...kept, documents: measure.documents };
  });
  return { ...input, measures };
}

type Text = Omit<MeasureInput, 'documents'>;

/** Nothing said of a side, and a side on which nothing is said, are the same. */
function saysSame(a: Text, b: Text): boolean {
  const plain = ({ procedureCode, measure, otherMeasures, current, proposed, note, cost }: Text) => ({
    procedureCode,
    measure,
    otherMeasures,
    note,
    cost: cost ?? null,
    current: procedureContentSchema.parse(current ?? {}),
    proposed: procedureContentSchema.parse(proposed ?? {}),
  });
  return hashOf(plain(a)) === hashOf(plain(b));
}
