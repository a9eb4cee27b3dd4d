import { z } from 'zod';
import { OBSTACLES } from '../confirming/confirmable.ts';
import { costSheetSchema } from '../cost/sheet.ts';
import { documentContentSchema, procedureContentSchema } from '../content.ts';
import { MEASURES } from '../vocabulary.ts';
import { permission } from './common.ts';

/** What came back to an open check with an answer to the check's own remarks. */
const confirmView = z.object({
  step: z.string(),
  /** The check's remarks on it that are not settled: what `confirmChanges` names. */
  remarkIds: z.array(z.string()),
  /** Why it is asked about as usual and not confirmed in one step; `fields` are the lines meant. */
  obstacle: z.object({ reason: z.enum(OBSTACLES), fields: z.array(z.string()) }).nullable(),
  /** Whether the reader may confirm it. */
  confirm: permission,
});

export const planConfirmView = confirmView.extend({
  procedureCode: z.string(),
  /** As the check saw it last; null when the procedure was not written yet. */
  before: z
    .object({
      measure: z.enum(MEASURES),
      current: procedureContentSchema.nullable(),
      proposed: procedureContentSchema.nullable(),
      note: z.string(),
      cost: costSheetSchema.nullable(),
    })
    .nullable(),
});
export type PlanConfirmView = z.infer<typeof planConfirmView>;

export const documentConfirmView = confirmView.extend({ before: documentContentSchema.nullable() });
export type DocumentConfirmView = z.infer<typeof documentConfirmView>;
