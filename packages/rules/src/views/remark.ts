import { z } from 'zod';
import { permission, personRefView } from './common.ts';

/** A remark at a line of a plan or document, with what was said after it, oldest first. */
export const remarkView = z.object({
  id: z.string(),
  procedureCode: z.string().nullable(),
  field: z.string(),
  index: z.int().nullable(),
  by: personRefView,
  at: z.string(),
  /** The check it was made in, by someone who decides there. */
  check: z.string().nullable(),
  text: z.string(),
  /** The paper, step or article meant, as it read then; null where the whole line is meant. */
  line: z.string().nullable(),
  /** Whether the line reads otherwise now than when the remark was made. */
  changed: z.boolean(),
  /** Neither answered nor resolved. */
  waiting: z.boolean(),
  resolvedBy: personRefView.nullable(),
  resolvedAt: z.string().nullable(),
  words: z.array(
    z.object({
      kind: z.enum(['answer', 'resolved', 'reopened']),
      by: personRefView,
      at: z.string(),
      text: z.string(),
      /** An answer of those who draft that says the line was changed. */
      changed: z.boolean(),
    }),
  ),
  /** Whether the reader may answer it, and settle or reopen it. */
  answer: permission,
  resolve: permission,
});
export type RemarkView = z.infer<typeof remarkView>;
