import { z } from 'zod';
import { DOCUMENT_DATES, PLAN_DATES } from '../dates/date.ts';
import type { LegalDate } from '../days.ts';
import { commandIdSchema, hashSchema } from '../plan/command.ts';
import { stepKeySchema } from '../step-key.ts';
import { codeSchema, PARAGRAPH_MAX, reasonText, text } from '../text.ts';
import type { PlanStepKey } from '../vocabulary.ts';
import { bulkDateChangeSchema } from './bulk-dates.ts';
import { MOST_ITEMS, OPERATION_COMMANDS } from './operation.ts';
import type { DocumentTask, PlanTask } from './task.ts';

/** What is asked of every plan and document chosen. */
export const bulkActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('approve'), note: text(PARAGRAPH_MAX).optional() }),
  z.strictObject({ type: z.literal('return'), reason: reasonText }),
  z.strictObject({
    type: z.literal('reassign'),
    to: z.string().min(1).max(200),
    reason: text(PARAGRAPH_MAX).optional(),
  }),
  bulkDateChangeSchema,
  z.strictObject({ type: z.literal('approveDateChange') }),
  z.strictObject({ type: z.literal('refuseDateChange'), reason: reasonText }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

const chosen = {
  kind: z.enum(['plan', 'document']),
  code: codeSchema,
  /** Which of its open steps; the one that fits when left out. */
  step: stepKeySchema.optional(),
  /** For a decision on a request: the date it is about; the only one asked for when left out. */
  date: z.enum([...PLAN_DATES, ...DOCUMENT_DATES]).optional(),
};

/** What is to be looked at before anything is done. */
export const bulkPreviewSchema = z.strictObject({
  action: bulkActionSchema,
  items: z.array(z.strictObject(chosen)).min(1).max(MOST_ITEMS),
});
export type ChosenItem = z.infer<typeof bulkPreviewSchema>['items'][number];

/** The same with what was seen of each: what has changed since is refused. */
export const bulkStartSchema = z.strictObject({
  /** Becomes the operation's id, so that sending it again begins nothing twice. */
  commandId: commandIdSchema,
  action: bulkActionSchema,
  items: z
    .array(
      z.strictObject({
        ...chosen,
        expectedVersion: z.int().min(0),
        contentHash: hashSchema,
        /** The request that was seen, where one is decided on. */
        requestId: z.string().min(1).max(60).optional(),
      }),
    )
    .min(1)
    .max(MOST_ITEMS),
});
export type BulkStart = z.infer<typeof bulkStartSchema>;

/** What a client may send to `POST /api/v1/operations/{id}/commands`. */
export const operationCommandSchema = z.strictObject({
  commandId: commandIdSchema,
  type: z.enum(OPERATION_COMMANDS),
});
export type OperationCommand = z.infer<typeof operationCommandSchema>;

/** The command that does `action` to one chosen plan or document as it was seen; `to` is the day its date moves to. */
export function bulkTask(
  action: BulkAction,
  { kind, step, expectedVersion, contentHash, requestId = '' }: BulkStart['items'][number],
  to?: LegalDate,
): PlanTask | DocumentTask {
  switch (action.type) {
    case 'approve':
    case 'return': {
      const seen = action.type === 'approve' ? { contentHash } : {};
      // Of a plan several checks may be open, of a document there is one.
      const at = kind === 'plan' && step !== undefined ? { step: step as PlanStepKey } : {};
      return { ...action, expectedVersion, ...seen, ...at } as PlanTask & DocumentTask;
    }
    case 'reassign': {
      const task = { ...action, expectedVersion, ...(step === undefined ? {} : { step }) };
      return kind === 'plan' ? (task as PlanTask) : (task as DocumentTask);
    }
    case 'approveDateChange':
    case 'refuseDateChange': {
      const task = { ...action, requestId, expectedVersion };
      return kind === 'plan' ? (task as PlanTask) : (task as DocumentTask);
    }
    case 'requestDateChange': {
      const { move: _move, ...words } = action;
      const task = { ...words, to: to ?? '', expectedVersion };
      return kind === 'plan' ? (task as PlanTask) : (task as DocumentTask);
    }
  }
}
