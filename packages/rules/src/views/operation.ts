import { z } from 'zod';
import { AGENCY_CHANGES, ITEM_OUTCOMES, OPERATION_KINDS, OPERATION_STATES } from '../operation/operation.ts';
import { DOCUMENT_DATES, PLAN_DATES } from '../dates/date.ts';
import { hashSchema } from '../plan/command.ts';
import { COUNTED_WORK } from '../operation/parameters.ts';
import { FUNCTIONS } from '../vocabulary.ts';
import { agencyRef, errorCodes, page, permission, personRefView } from './common.ts';

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
  /** Where a date is to be changed: as it is, and the day it would be asked for. */
  date: z.object({ from: z.string().nullable(), to: z.string() }).nullable(),
  /** Where a request is decided on: what was asked for, why and by whom. */
  request: z
    .object({
      id: z.string(),
      date: z.enum([...PLAN_DATES, ...DOCUMENT_DATES]),
      reason: z.string(),
      askedBy: personRefView,
    })
    .nullable(),
});

export const bulkPreview = z.object({ items: z.array(previewItem), allowed: z.int(), total: z.int() });

export const operationSummary = z.object({
  id: z.string(),
  kind: z.enum(OPERATION_KINDS),
  /** For `bulk`: what is asked of each. */
  action: z.string().nullable(),
  /** For `leaving`: who leaves. */
  person: personRefView.nullable(),
  state: z.enum(OPERATION_STATES),
  by: personRefView,
  at: z.string(),
  finishedAt: z.string().nullable(),
  progress: progressView,
});
export type OperationSummary = z.infer<typeof operationSummary>;

const workCounts = z.object(
  Object.fromEntries(COUNTED_WORK.map((kind) => [kind, z.int()])) as Record<
    (typeof COUNTED_WORK)[number],
    z.ZodInt
  >,
);
const countsByAgency = z.record(z.string(), workCounts);

/** Whose work goes to whom. */
export const agencyChangeView = z.object({
  kind: z.enum(AGENCY_CHANGES),
  from: z.array(agencyRef),
  to: z.array(agencyRef),
  effectiveOn: z.string(),
});

/**
 * How many of each kind of subject there are, and how they came off; assignments that begin and those that end each by
 * themselves (`assignment-begun`, `assignment-ended`).
 */
export const kindProgress = progressView.extend({ kind: z.string() });

export const agencyChangePreview = z.object({
  change: agencyChangeView,
  counts: countsByAgency,
  kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
  /** Clocks that run in what would move, and how many of them would be due on another day. */
  clocks: z.object({ open: z.int(), changed: z.int() }),
  /** For a split: what can be assigned to one of the receiving agencies. */
  subjects: z.array(z.object({ subject: z.string(), title: z.string(), receiver: z.string() })),
});

export type AgencyChangePreview = z.infer<typeof agencyChangePreview>;

export const operationView = operationSummary.extend({
  reason: z.string().nullable(),
  startsAt: z.string().nullable(),
  actions: z.record(z.string(), permission),
  change: agencyChangeView.nullable(),
  kinds: z.array(kindProgress),
  counts: z.object({ before: countsByAgency, after: countsByAgency.nullable() }).nullable(),
  /** What a signature belongs to; null until it has ended. */
  report: hashSchema.nullable(),
  signatures: z.array(
    z.object({
      agency: agencyRef,
      by: personRefView.nullable(),
      at: z.string().nullable(),
      /** Who may still sign for it. */
      leaders: z.array(personRefView),
      /** Its leaders who may not: they signed for another agency, or carried it out. */
      barred: z.array(personRefView),
      /** The day on which whoever leads it signs. */
      ledOn: z.string(),
      may: permission,
    }),
  ),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undo: permission,
  temporalUrl: z.string().nullable(),
});
export type OperationView = z.infer<typeof operationView>;

/** One subject of an operation and how it came off. */
export const operationItemView = z.object({
  ordinal: z.int(),
  subject: z.string(),
  /** Null where the reader may not see it, or it has no name. */
  title: z.string().nullable(),
  /** Of an assignment: which function, for which agency (null: nationally), and whether it ends or begins. */
  assignment: z
    .object({ function: z.enum(FUNCTIONS), agency: agencyRef.nullable(), ends: z.boolean() })
    .nullable(),
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
