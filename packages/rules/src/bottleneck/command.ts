import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { MoveAgencyCommand } from '../agency-move.ts';
import { legalDateSchema } from '../days.ts';
import { commandEnvelope } from '../command-envelope.ts';
import { codeSchema, PARAGRAPH_MAX, reasonText, requiredText, text } from '../text.ts';
import { CAUSES, STANDS_ON } from './state.ts';

/** What `POST /api/v1/bottlenecks` takes. */
export const raiseBottleneckSchema = z.strictObject({
  on: z.strictObject({ kind: z.enum(STANDS_ON), code: codeSchema }),
  what: requiredText(PARAGRAPH_MAX),
  cause: z.enum(CAUSES),
  /** The cause in words; has to be given for `other`. */
  causeText: text(PARAGRAPH_MAX).default(''),
  responsible: codeSchema,
  answerBy: legalDateSchema,
  /** The campaign that asked for it. */
  campaign: codeSchema.nullable().default(null),
});
export type RaiseBottleneck = z.output<typeof raiseBottleneckSchema>;

/** What `POST /api/v1/bottlenecks/{code}/commands` takes. */
export const bottleneckCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...commandEnvelope, type: z.literal('answer'), text: requiredText(PARAGRAPH_MAX) }),
  z.strictObject({ ...commandEnvelope, type: z.literal('accept'), note: text(PARAGRAPH_MAX).optional() }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('sendBack'),
    reason: reasonText,
    answerBy: legalDateSchema,
  }),
  z.strictObject({ ...commandEnvelope, type: z.literal('escalate'), reason: reasonText }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('reassign'),
    responsible: codeSchema,
    answerBy: legalDateSchema,
    reason: reasonText,
  }),
  z.strictObject({ ...commandEnvelope, type: z.literal('withdraw'), reason: reasonText }),
  z.strictObject({ ...commandEnvelope, type: z.literal('comment'), text: requiredText(PARAGRAPH_MAX) }),
]);
export type BottleneckCommand = z.infer<typeof bottleneckCommandSchema>;
export type BottleneckCommandType = BottleneckCommand['type'];
/** As it reaches the workflow; that an agency's work goes elsewhere only an operation says. */
export type StampedBottleneckCommand = (BottleneckCommand & { readonly actor: Actor }) | MoveAgencyCommand;
