import { procedureContentSchema } from '@tinhgon/rules/content';
import { legalDateSchema } from '@tinhgon/rules/days';
import { codeSchema } from '@tinhgon/rules/text';
import { procedureCost } from '@tinhgon/rules/views/cost';
import { procedureView } from '@tinhgon/rules/views/totals';
import { z } from 'zod';

/** As at which day a procedure is looked at, and by the baseline of which programme. */
export const procedureDaysInput = z.strictObject({
  programme: codeSchema.optional(),
  asAt: legalDateSchema.optional(),
});

/** One procedure with its evidence and, where it is known, what it asks of a citizen today. */
export const procedureDetail = procedureView.extend({
  current: procedureContentSchema.nullable(),
  /** What it costs those who follow it; null where no approved plan the reader sees has a cost sheet of it. */
  cost: procedureCost.nullable(),
});
