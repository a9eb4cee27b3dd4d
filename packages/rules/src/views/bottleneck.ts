import { z } from 'zod';
import { BOTTLENECK_PHASES, CAUSES, STANDS_ON } from '../bottleneck/state.ts';
import { STEP_TIMINGS } from '../vocabulary.ts';
import { agencyRef, historyEntry, localName, page, permission, personRefView } from './common.ts';
import { totalsInput } from './totals.ts';

export const bottleneckSummary = z.object({
  code: z.string(),
  phase: z.enum(BOTTLENECK_PHASES),
  what: z.string(),
  /** What it stands on; a plan only for those who see the plan. */
  on: z.object({ kind: z.enum(STANDS_ON), code: z.string(), name: localName }),
  cause: z.enum(CAUSES),
  responsible: agencyRef,
  raisedBy: personRefView,
  raisedFor: agencyRef,
  raisedAt: z.string(),
  answerBy: z.string(),
  /** While it waits for an answer; null after that. */
  timing: z.enum(STEP_TIMINGS).nullable(),
  daysLate: z.int(),
  campaign: z.string().nullable(),
});
export type BottleneckSummary = z.infer<typeof bottleneckSummary>;
export const bottleneckPage = page(bottleneckSummary);

export const bottleneckView = bottleneckSummary.extend({
  causeText: z.string(),
  firstAnswerBy: z.string(),
  waitingSince: z.string(),
  answer: z.object({ text: z.string(), by: personRefView, agency: agencyRef, at: z.string() }).nullable(),
  version: z.int(),
  history: z.array(historyEntry),
  /** By command type. */
  actions: z.record(z.string(), permission),
  temporalUrl: z.string().nullable(),
});
export type BottleneckView = z.infer<typeof bottleneckView>;

/**
 * `open`: waits for anybody; `late`: its day has passed without an answer; `answered`: waits to be accepted;
 * `closed`: settled or withdrawn.
 */
export const BOTTLENECK_STATUSES = ['open', 'late', 'escalated', 'answered', 'closed'] as const;
/** `mine`: raised by me; `agency`: my agency is responsible. */
export const BOTTLENECK_SCOPES = ['mine', 'agency'] as const;

export const bottleneckFilter = totalsInput.extend({
  status: z.enum(BOTTLENECK_STATUSES).optional(),
  scope: z.enum(BOTTLENECK_SCOPES).optional(),
  /** The agency that is responsible. */
  agency: z.string().max(60).optional(),
  cause: z.enum(CAUSES).optional(),
  onKind: z.enum(STANDS_ON).optional(),
  /** With `onKind`: on that one; for a plan also what stands on its documents and procedures. */
  onCode: z.string().max(60).optional(),
  campaign: z.string().max(60).optional(),
  q: z.string().max(200).optional(),
});
export type BottleneckFilter = z.output<typeof bottleneckFilter>;
export const bottleneckListInput = bottleneckFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
