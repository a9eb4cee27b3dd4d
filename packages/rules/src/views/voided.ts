import { z } from 'zod';
import { personRefView } from './common.ts';

/**
 * An approval that no longer stands, as `voided` among the facts of a history entry of type `submitted` tells it:
 * whose, and what changed after it was given. For a plan `procedures` name their fields, for a document `fields`
 * are those of its own text.
 */
export const voidedView = z.object({
  step: z.string(),
  by: personRefView,
  at: z.string(),
  fields: z.array(z.string()).default([]),
  procedures: z.array(z.object({ code: z.string(), fields: z.array(z.string()).default([]) })),
});
export type VoidedView = z.infer<typeof voidedView>;
