import { contentsOf } from '@tinhgon/database';
import { type PlanContent, planHeaderSchema } from '@tinhgon/rules/content';
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
 * What the plan says of itself stays as it is while only some of its procedures are edited; the workflow knows
 * the procedures, not this text. Throws Refusal NOT_RETURNED.
 */
export async function checkSameText(
  { db }: RequestContext,
  state: PlanState,
  content: PlanContent,
): Promise<void> {
  const saved = (await contentsOf(db, [state.content])).get(state.content) as PlanContent | undefined;
  const fields = Object.keys(planHeaderSchema.shape) as (keyof typeof planHeaderSchema.shape)[];
  const changed = saved && fields.find((field) => hashOf(content[field]) !== hashOf(saved[field]));
  if (changed) throw refuse('NOT_RETURNED', { field: `content.${changed}` });
}
