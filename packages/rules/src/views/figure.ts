import { z } from 'zod';
import { FIGURE_MEASURES } from '../figure/figure.ts';
import { agencyRef, page } from './common.ts';

export const figureListInput = z.object({
  programme: z.string().max(60),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const figureView = z.object({
  id: z.string(),
  measure: z.enum(FIGURE_MEASURES),
  asAt: z.string(),
  ministry: agencyRef.nullable(),
  /** As it was printed. */
  value: z.string(),
  source: z.string(),
  page: z.string(),
  ours: z.number().nullable(),
  difference: z.number().nullable(),
  enteredBy: z.string(),
  enteredAt: z.string(),
});
export type FigureView = z.infer<typeof figureView>;

/** Printed figures, the latest day first, the whole before its parts; and reports whose parts do not add up. */
export const figurePage = page(figureView).extend({
  mayEnter: z.boolean(),
  sums: z.array(
    z.object({
      source: z.string(),
      asAt: z.string(),
      measure: z.enum(FIGURE_MEASURES),
      whole: z.int(),
      parts: z.int(),
      missing: z.array(agencyRef),
    }),
  ),
});
export type FigurePage = z.infer<typeof figurePage>;

export const removeFigure = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(1_000) });
