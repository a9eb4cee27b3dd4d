import { z } from 'zod';
import { DOCUMENT_TYPES } from '../vocabulary.ts';
import { agencyRef, localName } from './common.ts';

/** What anyone may read of a programme that was made public: numbers and documents, never a person. */
export const publicView = z.object({
  programme: z.string(),
  name: localName,
  /** Under which the data may be used. */
  licence: z.string(),
  /** Everything is synthetic, made to try the software. */
  evaluation: z.boolean(),
  asAt: z.string(),
  knownAt: z.string(),
  baseline: z.object({ date: z.string(), count: z.int() }).nullable(),
  simplified: z.int(),
  sharePercent: z.number().nullable(),
  byMinistry: z.array(
    z.object({
      agency: agencyRef,
      baseline: z.int(),
      simplified: z.int(),
      documentsOpen: z.int(),
      documentsOverdue: z.int(),
    }),
  ),
  byMonth: z.array(z.object({ month: z.string(), simplified: z.int(), baseline: z.int().nullable() })),
  /** Documents past their planned signing, with the reason that was published. */
  late: z.array(
    z.object({
      code: z.string(),
      type: z.enum(DOCUMENT_TYPES),
      title: z.string(),
      ministry: agencyRef,
      dueOn: z.string(),
      firstDueOn: z.string(),
      daysLate: z.int(),
      procedures: z.int(),
      reason: z.string().nullable(),
    }),
  ),
});
export type PublicView = z.infer<typeof publicView>;

export const publicList = z.array(z.object({ code: z.string(), name: localName, licence: z.string() }));
