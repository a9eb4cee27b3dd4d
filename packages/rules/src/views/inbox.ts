import { z } from 'zod';
import { DOCUMENT_TYPES, STEP_TIMINGS } from '../vocabulary.ts';
import { agencyRef, personRefView, representedView } from './common.ts';

export const INBOX_VIEWS = ['mine', 'unit', 'overdue', 'returned'] as const;

/** One step of one plan or document that waits for someone, or a change of one of its dates. */
export const inboxItem = z.object({
  /** `plan/{code}/{step}` or `document/{code}/{step}`. */
  id: z.string(),
  subject: z.enum(['plan', 'document']),
  code: z.string(),
  title: z.string(),
  documentType: z.enum(DOCUMENT_TYPES).nullable(),
  leadAgency: agencyRef,
  step: z.string(),
  stepNumber: z.int(),
  /** `date`: a change of a date is to be decided on; `step` is then `date-` and the date. */
  stepKind: z.enum(['edit', 'check', 'record', 'date']),
  /** The plan or document came back to this step. */
  returned: z.boolean(),
  openedAt: z.string(),
  dueOn: z.string().nullable(),
  timing: z.enum(STEP_TIMINGS),
  daysLate: z.int(),
  daysLeft: z.int().nullable(),
  holder: personRefView.nullable(),
  /** Whom the reader would act for, and until when, where it is not theirs by their own assignment. */
  onBehalfOf: representedView.nullable(),
  standingInUntil: z.string().nullable(),
  /** How many it is about, and how many the plan or document has. */
  procedures: z.int(),
  outOf: z.int(),
  /** Remarks that wait for an answer. */
  remarks: z.int(),
});
export type InboxItem = z.infer<typeof inboxItem>;

/**
 * `mine`: I may act on it now (function held, four eyes kept, claimed by me or nobody).
 * `unit`: open at a function of my agency, whoever may act. `overdue`, `returned`: of `mine`.
 * By due date, undated last, then code.
 */
export const inboxView = z.object({
  items: z.array(inboxItem),
  counts: z.object({ mine: z.int(), unit: z.int(), overdue: z.int(), returned: z.int() }),
  nextCursor: z.string().nullable(),
});
export const inboxInput = z.object({
  view: z.enum(INBOX_VIEWS).default('mine'),
  subject: z.enum(['plan', 'document']).optional(),
  step: z.string().max(150).optional(),
  agency: z.string().max(60).optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
});
