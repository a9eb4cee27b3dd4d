import { z } from 'zod';
import { FINDING_PHASES, INSPECTION_PHASES } from '../inspection/state.ts';
import { STEP_TIMINGS } from '../vocabulary.ts';
import { agencyRef, historyEntry, page, permission, personRefView } from './common.ts';

export const inspectionSummary = z.object({
  code: z.string(),
  phase: z.enum(INSPECTION_PHASES),
  agency: agencyRef,
  subject: z.string(),
  openedAt: z.string(),
  findings: z.int(),
  ended: z.int(),
  /** The first day a finding waits for the inspected agency; null while none does. */
  nextDeadline: z.string().nullable(),
  timing: z.enum(STEP_TIMINGS).nullable(),
  daysLate: z.int(),
});
export type InspectionSummary = z.infer<typeof inspectionSummary>;
export const inspectionPage = page(inspectionSummary);

export const findingView = z.object({
  number: z.int(),
  planCode: z.string().nullable(),
  text: z.string(),
  demand: z.string(),
  deadline: z.string(),
  firstDeadline: z.string(),
  phase: z.enum(FINDING_PHASES),
  /** While it waits for the inspected agency; null after that. */
  timing: z.enum(STEP_TIMINGS).nullable(),
  daysLate: z.int(),
  notedBy: personRefView,
  notedAt: z.string(),
  answer: z.object({ text: z.string(), by: personRefView, at: z.string() }).nullable(),
  reason: z.string().nullable(),
  actions: z.record(z.string(), permission),
});
export type FindingView = z.infer<typeof findingView>;

export const inspectionView = inspectionSummary.extend({
  periodFrom: z.string(),
  periodTo: z.string(),
  from: z.string(),
  to: z.string(),
  /** Who opened it, then the others. */
  inspectors: z.array(personRefView),
  findingList: z.array(findingView),
  conclusion: z.string().nullable(),
  closedAt: z.string().nullable(),
  version: z.int(),
  history: z.array(historyEntry),
  actions: z.record(z.string(), permission),
  temporalUrl: z.string().nullable(),
});
export type InspectionView = z.infer<typeof inspectionView>;

export const inspectionListInput = z.object({
  phase: z.enum(INSPECTION_PHASES).optional(),
  agency: z.string().max(60).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
