import { z } from 'zod';
import { legalDateSchema, momentSchema } from '../days.ts';
import { agencyRef, localName, page } from './common.ts';

/**
 * Why a procedure stands otherwise on a second day than on a first. It joined the baseline or left it; being in both,
 * it came to count by evidence of the days between, or by evidence recorded late for a day before; it no longer counts
 * because evidence was corrected, its plan reopened, or its link to a document ended; or another agency has charge of it.
 */
export const DIFFERENCE_CAUSES = [
  'counted',
  'recorded-late',
  'joined',
  'left',
  'corrected',
  'reopened',
  'unlinked',
  'moved',
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

/** Each with what had been recorded by then; now when left out. */
export const differenceInput = z.object({
  from: legalDateSchema,
  to: legalDateSchema.optional(),
  fromKnownAt: momentSchema.optional(),
  toKnownAt: momentSchema.optional(),
});

const side = z.object({
  asAt: z.string(),
  knownAt: z.string(),
  baseline: z.object({ date: z.string(), count: z.int(), reason: z.string() }).nullable(),
  simplified: z.int(),
  sharePercent: z.number().nullable(),
});

export const differenceView = z.object({
  programme: z.string(),
  name: localName,
  from: side,
  to: side,
  /** Their sums are the differences of the two days: `simplified` of the number, `baseline` of what it is measured by. */
  causes: z.array(
    z.object({
      cause: z.enum(DIFFERENCE_CAUSES),
      procedures: z.int(),
      simplified: z.int(),
      baseline: z.int(),
    }),
  ),
  /** Agencies in charge on either day, largest part on the second day first; each column adds up to its side. */
  byMinistry: z.array(
    z.object({
      agency: agencyRef,
      from: z.object({ baseline: z.int(), simplified: z.int() }),
      to: z.object({ baseline: z.int(), simplified: z.int() }),
    }),
  ),
});
export type DifferenceView = z.infer<typeof differenceView>;

export const differenceLine = z.object({
  code: z.string(),
  name: localName,
  cause: z.enum(DIFFERENCE_CAUSES),
  /** −1, 0 or 1. */
  simplified: z.int(),
  baseline: z.int(),
  from: z.object({ ministry: agencyRef.nullable(), countsOn: z.string().nullable() }).nullable(),
  to: z.object({ ministry: agencyRef.nullable(), countsOn: z.string().nullable() }).nullable(),
  /** Where it stands on the second day, or stood on the first. */
  document: z.string().nullable(),
  /** From when on the record knew what holds on the second day; null where nothing is recorded of it. */
  knownSince: z.string().nullable(),
});
export type DifferenceLine = z.infer<typeof differenceLine>;

export const differenceLinesInput = differenceInput.extend({
  cause: z.enum(DIFFERENCE_CAUSES).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const differenceLines = page(differenceLine);
