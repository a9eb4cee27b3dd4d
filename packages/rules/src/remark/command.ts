import { z } from 'zod';
import { commandEnvelope, commandIdSchema } from '../command-envelope.ts';
import { codeSchema, PARAGRAPH_MAX, requiredText, text } from '../text.ts';
import { DOCUMENT_FIELDS, PROCEDURE_FIELDS } from './fields.ts';

const made = {
  ...commandEnvelope,
  type: z.literal('remark'),
  index: z.int().min(0).max(999).optional(),
  text: requiredText(PARAGRAPH_MAX),
};
const about = { ...commandEnvelope, remarkId: commandIdSchema };

/** On a line of current against proposed. */
export const planRemarkSchema = z.strictObject({
  ...made,
  procedureCode: codeSchema,
  field: z.enum(PROCEDURE_FIELDS),
});

/** On a line of a document's own text. */
export const documentRemarkSchema = z.strictObject({ ...made, field: z.enum(DOCUMENT_FIELDS) });

export const remarkCommands = {
  answerRemark: z.strictObject({
    ...about,
    type: z.literal('answerRemark'),
    text: requiredText(PARAGRAPH_MAX),
    /** Whoever drafts says that the line was changed as the remark asks. */
    changed: z.boolean().optional(),
  }),
  resolveRemark: z.strictObject({
    ...about,
    type: z.literal('resolveRemark'),
    text: text(PARAGRAPH_MAX).optional(),
  }),
  reopenRemark: z.strictObject({
    ...about,
    type: z.literal('reopenRemark'),
    text: text(PARAGRAPH_MAX).optional(),
  }),
};
