import { z } from 'zod';
import { ITEM_OUTCOMES, OPERATION_KINDS, OPERATION_STATES } from '../operation/operation.ts';
import { hashSchema } from '../plan/command.ts';
import { errorCodes, page, permission, personRefView } from './common.ts';

const details = z.record(z.string(), z.union([z.string(), z.number()]));

export const progressView = z.object({
  waiting: z.int(),
  done: z.int(),
  refused: z.int(),
  failed: z.int(),
});

/** One chosen plan or document, and whether the action may be done to it as it stands now. */
export const previewItem = permission.extend({
  kind: z.enum(['plan', 'document']),
  /** Of the plan or document; why not is in `reason`. */
  subject: z.string(),
  title: z.string(),
  step: z.string().nullable(),
  expectedVersion: z.int(),
  contentHash: hashSchema.nullable(),
});

export const bulkPreview = z.object({ items: z.array(previewItem), allowed: z.int(), total: z.int() });

export const operationSummary = z.object({
  id: z.string(),
  kind: z.enum(OPERATION_KINDS),
  /** For `bulk`: what is asked of each. */
  action: z.string().nullable(),
  state: z.enum(OPERATION_STATES),
  by: personRefView,
  at: z.string(),
  finishedAt: z.string().nullable(),
  progress: progressView,
});
export type OperationSummary = z.infer<typeof operationSummary>;

export const operationView = operationSummary.extend({
  reason: z.string().nullable(),
  actions: z.record(z.string(), permission),
  temporalUrl: z.string().nullable(),
});
export type OperationView = z.infer<typeof operationView>;

/** One subject of an operation and how it came off. */
export const operationItemView = z.object({
  ordinal: z.int(),
  subject: z.string(),
  /** Null where the reader may not see it, or it has no name. */
  title: z.string().nullable(),
  outcome: z.enum(ITEM_OUTCOMES),
  code: z.enum(errorCodes).nullable(),
  details: details.nullable(),
  attempts: z.int(),
  at: z.string().nullable(),
});
export type OperationItemView = z.infer<typeof operationItemView>;

export const operationItemsInput = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(ITEM_OUTCOMES).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const operationItemsPage = page(operationItemView);

export const operationListInput = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const operationPage = page(operationSummary);

export const operationStarted = z.object({ id: z.string() });
