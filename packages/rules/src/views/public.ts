import { z } from 'zod';
import { totalsView } from './totals.ts';
import { debtView } from './where-it-stands.ts';

const { programme, name, asAt, knownAt, simplified, sharePercent, byMinistry, byMonth } = totalsView.shape;

/** What anyone may read of a programme that was made public: numbers and documents, never a person. */
export const publicView = z.object({
  programme,
  name,
  /** Under which the data may be used. */
  licence: z.string(),
  /** Everything is synthetic, made to try the software. */
  evaluation: z.boolean(),
  asAt,
  knownAt,
  /** Without its reason, which was written for those signed in. */
  baseline: z.object({ date: z.string(), count: z.int() }).nullable(),
  simplified,
  sharePercent,
  byMinistry: z.array(
    byMinistry.element.pick({
      agency: true,
      baseline: true,
      simplified: true,
      documentsOpen: true,
      documentsOverdue: true,
    }),
  ),
  byMonth,
  /** Documents past their planned signing, with the reason that was published. */
  late: z.array(debtView.shape.documents.element.omit({ step: true })),
});
export type PublicView = z.infer<typeof publicView>;
