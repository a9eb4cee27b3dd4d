import { z } from 'zod';
import { procedureContentSchema } from '../content.ts';
import { costSheetSchema } from '../cost/sheet.ts';
import {
  APPROVAL_LEVELS,
  DOCUMENT_PHASES,
  DOCUMENT_TYPES,
  LEVELS,
  MEASURES,
  PLAN_PHASES,
  STEP_TIMINGS,
} from '../vocabulary.ts';
import { planConfirmView } from './confirm.ts';
import { remarkView } from './remark.ts';
import { agencyRef, historyEntry, localName, page, permission, personRefView, stepView } from './common.ts';
import { datesView, missedView } from './dates.ts';
import { totalsInput } from './totals.ts';

export const documentSummary = z.object({
  code: z.string(),
  type: z.enum(DOCUMENT_TYPES),
  number: z.string().nullable(),
  title: z.string(),
  leadAgency: agencyRef,
  phase: z.enum(DOCUMENT_PHASES),
  openSteps: z.array(
    z.object({
      key: z.string(),
      number: z.int(),
      dueOn: z.string().nullable(),
      timing: z.enum(STEP_TIMINGS),
      daysLate: z.int(),
    }),
  ),
  signedOn: z.string().nullable(),
  inForceOn: z.string().nullable(),
  plannedInForceOn: z.string().nullable(),
  /** Dates it has missed, each with the reason published. */
  missed: z.array(missedView),
  /** Procedures that depend on it, of all plans. */
  procedures: z.int(),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

export const measureView = z.object({
  procedureCode: z.string(),
  name: localName,
  field: z.string().nullable(),
  level: z.enum(LEVELS).nullable(),
  measure: z.enum(MEASURES),
  otherMeasures: z.array(z.enum(MEASURES)),
  current: procedureContentSchema.nullable(),
  proposed: procedureContentSchema.nullable(),
  note: z.string(),
  /** What it costs those who follow it, now and as proposed; null without a sheet. */
  cost: costSheetSchema.nullable(),
  documents: z.array(z.string()),
  /** Day it counts as simplified; null while evidence is missing. May lie in the future. */
  countsOn: z.string().nullable(),
});

export const laneView = z.object({
  step: z.string(),
  procedureCodes: z.array(z.string()),
  actions: z.record(z.string(), permission),
});

export const planView = z.object({
  code: z.string(),
  programme: z.string(),
  year: z.int(),
  name: z.string(),
  leadAgency: agencyRef,
  coAgencies: z.array(agencyRef),
  unit: z.string(),
  grounds: z.string(),
  targets: z.string(),
  approvalLevel: z.enum(APPROVAL_LEVELS),
  reviewOn: z.string().nullable(),
  deadline: z.string().nullable(),
  firstDeadline: z.string().nullable(),
  dates: datesView,
  phase: z.enum(PLAN_PHASES),
  version: z.int(),
  /** What `approve` must name: hash over content and links. */
  contentHash: z.string(),
  createdBy: personRefView,
  steps: z.array(stepView),
  /**
   * Where its procedures stand: the main part first. What no lane names has passed the plan's steps. `actions` are
   * the reader's at that step, by command type.
   */
  lanes: z.array(laneView),
  measures: z.array(measureView),
  documents: z.array(documentSummary),
  /** The plan it was split off, and those split off it. */
  splitFrom: z.object({ code: z.string(), name: z.string(), at: z.string() }).nullable(),
  splitInto: z.array(z.object({ code: z.string(), name: z.string(), at: z.string(), procedures: z.int() })),
  /** Procedures that stand in its last approval while it is open again; null when it is not. */
  standing: z.int().nullable(),
  remarks: z.array(remarkView),
  /** What may be confirmed in one step, because it answers a remark of the check it came back to. */
  confirmable: z.array(planConfirmView),
  history: z.array(historyEntry),
  /** By command type. */
  actions: z.record(z.string(), permission),
  temporalUrl: z.string().nullable(),
});
export type PlanView = z.infer<typeof planView>;

export const planSummary = z.object({
  code: z.string(),
  name: z.string(),
  year: z.int(),
  programme: z.string(),
  leadAgency: agencyRef,
  phase: z.enum(PLAN_PHASES),
  /** Its open step, or for a plan being carried out the most overdue step of its documents. */
  step: z
    .object({
      key: z.string(),
      number: z.int(),
      dueOn: z.string().nullable(),
      timing: z.enum(STEP_TIMINGS),
      daysLate: z.int(),
    })
    .nullable(),
  holder: personRefView.nullable(),
  procedures: z.int(),
  evidenced: z.int(),
  deadline: z.string().nullable(),
});
export const planPage = page(planSummary);
export const planListInput = totalsInput.extend({
  programme: z.string().max(60).optional(),
  ministry: z.string().max(60).optional(),
  phase: z.enum(PLAN_PHASES).optional(),
  timing: z.enum(STEP_TIMINGS).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['due', 'code', 'name']).default('due'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
