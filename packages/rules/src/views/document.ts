import { z } from 'zod';
import { documentContentSchema } from '../content.ts';
import { DOCUMENT_PHASES, DOCUMENT_TYPES, MEASURES, STEP_TIMINGS } from '../vocabulary.ts';
import { historyEntry, localName, page, permission, personRefView, stepView } from './common.ts';
import { documentConfirmView } from './confirm.ts';
import { remarkView } from './remark.ts';
import { datesView } from './dates.ts';
import { documentSummary } from './plan.ts';
import { totalsInput } from './totals.ts';

export const evidenceView = z.object({
  id: z.string(),
  kind: z.enum(['promulgation', 'announcement', 'database-entry', 'display']),
  /** Number of the document or decision, reference of the entry, or place of display. */
  number: z.string(),
  /** Signed on, entered on, displayed on. */
  date: z.string(),
  inForceOn: z.string().nullable(),
  procedureCodes: z.array(z.string()),
  recordedBy: personRefView,
  recordedAt: z.string(),
  /** Set when a confirmed correction took its place. */
  supersededAt: z.string().nullable(),
});
export const correctionView = z.object({
  id: z.string(),
  evidenceId: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  inForceOn: z.string().nullable(),
  procedureCodes: z.array(z.string()).nullable(),
  reason: z.string(),
  askedBy: personRefView,
  askedAt: z.string(),
  /** Whether the reader may confirm it (four eyes). */
  confirm: permission,
});

export const documentView = documentSummary.omit({ openSteps: true, procedures: true, missed: true }).extend({
  shortened: z.boolean(),
  programme: z.string(),
  version: z.int(),
  contentHash: z.string(),
  content: documentContentSchema,
  /** Whether the reader sees what is being drafted, its files too; otherwise `content` is what everyone may know. */
  readable: z.boolean(),
  firstPlannedInForceOn: z.string().nullable(),
  dates: datesView,
  createdBy: personRefView,
  steps: z.array(stepView),
  /** Linked measures the reader may see, by plan and procedure; others are counted in `hidden`. */
  measures: z.array(
    z.object({
      planCode: z.string(),
      planName: z.string(),
      procedureCode: z.string(),
      name: localName,
      measure: z.enum(MEASURES),
      announced: z.boolean(),
      inDatabase: z.boolean(),
      displayed: z.boolean(),
    }),
  ),
  hidden: z.int(),
  evidence: z.array(evidenceView),
  corrections: z.array(correctionView),
  /** Part of what is drafted: none for those who may not read it yet. */
  remarks: z.array(remarkView),
  /** As for plans; likewise. */
  confirmable: z.array(documentConfirmView),
  history: z.array(historyEntry),
  actions: z.record(z.string(), permission),
  temporalUrl: z.string().nullable(),
});
export type DocumentView = z.infer<typeof documentView>;

export const documentPage = page(documentSummary);
export const documentListInput = totalsInput.extend({
  programme: z.string().max(60).optional(),
  ministry: z.string().max(60).optional(),
  type: z.enum(DOCUMENT_TYPES).optional(),
  /** `open`: with a step that waits for someone, whatever its phase. */
  phase: z.enum([...DOCUMENT_PHASES, 'open']).optional(),
  timing: z.enum(STEP_TIMINGS).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['due', 'code', 'title']).default('due'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
