import { z } from 'zod';
import { legalDateSchema } from '../days.ts';
import { codeSchema, requiredText, text } from '../text.ts';

/** What a printed figure counts. */
export const FIGURE_MEASURES = ['simplified', 'in-year', 'baseline', 'share'] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

/** As it was printed: its decimals say how exact it is. A decimal point, whatever the language. */
const printed = z.string().regex(/^\d{1,9}(?:\.\d{1,2})?$/, { message: 'INVALID_INPUT' });

/** A figure from outside, typed in from a printed report, to be compared with ours. */
export const figureSchema = z
  .strictObject({
    id: z.uuid(),
    programme: codeSchema,
    measure: z.enum(FIGURE_MEASURES),
    asAt: legalDateSchema,
    /** Null for the whole programme. */
    ministry: codeSchema.nullable().default(null),
    /** Procedures, or per cent. */
    value: printed,
    /** Which report, and where in it. */
    source: requiredText(500),
    page: text(100).default(''),
  })
  .refine(({ measure, value }) => measure === 'share' || !value.includes('.'), {
    path: ['value'],
    message: 'INVALID_INPUT',
  });
export type Figure = z.infer<typeof figureSchema>;
