import { z } from 'zod';
import { DATE_GROUNDS, DOCUMENT_DATES, PLAN_DATES } from '../dates/date.ts';
import { FUNCTIONS } from '../vocabulary.ts';
import { agencyRef, permission, personRefView } from './common.ts';

const dateKey = z.enum([...PLAN_DATES, ...DOCUMENT_DATES]);

/** A day that passed without what was due, and the reason published for it. */
export const missedView = z.object({
  /** The overdue step, or else the date of the plan or document itself. */
  step: z.string().nullable(),
  date: dateKey.nullable(),
  missedOn: z.string(),
  /** Working days. */
  daysLate: z.int(),
  reason: z.object({ text: z.string(), by: personRefView, at: z.string() }).nullable(),
});
export type MissedView = z.infer<typeof missedView>;

const asked = z.object({
  id: z.string(),
  date: dateKey,
  from: z.string().nullable(),
  to: z.string(),
  reason: z.string(),
  ground: z.enum(DATE_GROUNDS).nullable(),
  askedBy: personRefView,
  askedAt: z.string(),
});

/** The dates of a plan or document: as they are, as they first were, what is asked for and what was missed. */
export const datesView = z.object({
  /** Before the first submission the dates are edited with the rest. */
  free: z.boolean(),
  dates: z.array(
    z.object({
      date: dateKey,
      present: z.string().nullable(),
      first: z.string().nullable(),
      /** What came of it: the day on record once the document is signed. */
      actual: z.string().nullable(),
      /** Today a change of it needs one of the listed grounds. */
      locked: z.boolean(),
      pending: z.boolean(),
    }),
  ),
  /** Waiting for a decision; `decide` says whether the reader may make it. */
  requests: z.array(asked.extend({ decideBy: z.string(), decide: permission })),
  /** Approved changes, newest first. */
  changes: z.array(asked.extend({ approvedBy: personRefView, approvedAt: z.string() })),
  missed: z.array(missedView),
  /** Whose right the decision is. */
  decider: z.object({ function: z.enum(FUNCTIONS), agency: agencyRef.nullable() }),
});
export type DatesView = z.infer<typeof datesView>;
