import { z } from 'zod';
import { codeSchema } from '../text.ts';
import { agencyRef, localName } from './common.ts';

export const proceduresForPlanInput = z.object({
  programme: codeSchema,
  leadAgency: codeSchema,
  /** Code prefix or words of the name, accents and case ignored. */
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(8),
});

/** What the lead agency of a plan may take into it, what it most likely means first. */
export const proceduresForPlanView = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: localName,
      ministry: agencyRef,
      /** The lead agency is in charge of it. */
      own: z.boolean(),
      inBaseline: z.boolean(),
      simplified: z.boolean(),
      /** An open plan that has it already, of those the reader may see. */
      plan: z.string().nullable(),
      /** Its own, to be simplified, and in no such plan. */
      likely: z.boolean(),
    }),
  ),
  /** All that are found, also those beyond `limit`. */
  total: z.int(),
});
export type ProceduresForPlan = z.infer<typeof proceduresForPlanView>;
