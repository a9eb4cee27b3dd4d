import { procedureContentSchema } from '@tinhgon/rules/content';
import { legalDateSchema } from '@tinhgon/rules/days';
import { codeSchema } from '@tinhgon/rules/text';
import { procedureView } from '@tinhgon/rules/views/totals';
import { z } from 'zod';

/** As at which day a procedure is looked at, and by the baseline of which programme. */
export const procedureDaysInput = z.strictObject({
  programme: codeSchema.optional(),
  asAt: legalDateSchema.optional(),
});

/** One procedure with its evidence and, where it is known, what it asks of a citizen today. */
export const procedureDetail = procedureView.extend({ current: procedureContentSchema.nullable() });
