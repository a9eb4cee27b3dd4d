import { z } from 'zod';
import { legalDateSchema } from '../days.ts';
import { reasonText } from '../text.ts';
import { DATE_GROUNDS } from './date.ts';

const requestId = z.string().min(1).max(40);

/** Commands about dates, alike for plans and documents; `envelope` is what every command carries. */
export const dateCommands = <
  Envelope extends z.ZodRawShape,
  Date extends z.ZodType<string>,
  Milestone extends z.ZodType<string>,
  Step extends z.ZodType<string>,
>(
  envelope: Envelope,
  { date, milestone, step }: { readonly date: Date; readonly milestone: Milestone; readonly step: Step },
) => ({
  requestDateChange: z.strictObject({
    ...envelope,
    type: z.literal('requestDateChange'),
    date,
    to: legalDateSchema,
    reason: reasonText,
    ground: z.enum(DATE_GROUNDS).optional(),
  }),
  approveDateChange: z.strictObject({ ...envelope, type: z.literal('approveDateChange'), requestId }),
  refuseDateChange: z.strictObject({
    ...envelope,
    type: z.literal('refuseDateChange'),
    requestId,
    reason: reasonText,
  }),
  /** Names the overdue step or the date that was missed; neither, where only one was. */
  explainDelay: z.strictObject({
    ...envelope,
    type: z.literal('explainDelay'),
    step: step.optional(),
    date: milestone.optional(),
    reason: reasonText,
  }),
});
