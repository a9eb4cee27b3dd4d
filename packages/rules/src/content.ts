import { z } from 'zod';
import { costSheetSchema } from './cost/sheet.ts';
import { legalDateSchema } from './days.ts';
import { linkCount, MAX_LINKS } from './plan/links.ts';
import { codeSchema, LINE_MAX, nameText, PARAGRAPH_MAX, text } from './text.ts';
import { APPROVAL_LEVELS, DOCUMENT_TYPES, LEVELS, MEASURES } from './vocabulary.ts';

const lines = z.array(text(LINE_MAX)).max(100).default([]);

export const MODES = ['in-person', 'post', 'online'] as const;

/** What a procedure asks of a citizen (Decree 63/2010, Art. 8). Money in đồng, integers. */
export const procedureContentSchema = z.strictObject({
  steps: lines,
  modes: z.array(z.enum(MODES)).max(3).default([]),
  papers: z
    .array(
      z.strictObject({
        name: nameText,
        originals: z.int().min(0).max(99).default(1),
        copies: z.int().min(0).max(99).default(0),
      }),
    )
    .max(100)
    .default([]),
  forms: lines,
  timeLimit: z
    .strictObject({ days: z.int().min(0).max(3650), unit: z.enum(['working', 'calendar']) })
    .nullable()
    .default(null),
  feeDong: z.int().min(0).max(1_000_000_000_000).nullable().default(null),
  conditions: lines,
  result: text(LINE_MAX).default(''),
  legalBasis: text(PARAGRAPH_MAX).default(''),
  level: z.enum(LEVELS).nullable().default(null),
});
export type ProcedureContent = z.infer<typeof procedureContentSchema>;

/** What the plan does to one procedure; `documents` are codes of the legal documents that carry it. */
export const measureInputSchema = z.strictObject({
  procedureCode: codeSchema,
  measure: z.enum(MEASURES),
  otherMeasures: z.array(z.enum(MEASURES)).max(MEASURES.length).default([]),
  current: procedureContentSchema.optional(),
  proposed: procedureContentSchema.optional(),
  note: text(PARAGRAPH_MAX).default(''),
  /** What it costs those who follow it; a measure without one is hashed as before there were any. */
  cost: costSheetSchema.exactOptional(),
  documents: z.array(codeSchema).max(20).default([]),
});
export type MeasureInput = z.infer<typeof measureInputSchema>;

export const planHeaderSchema = z.strictObject({
  name: nameText,
  unit: text(LINE_MAX).default(''),
  grounds: text(PARAGRAPH_MAX).default(''),
  targets: text(PARAGRAPH_MAX).default(''),
  coAgencies: z.array(codeSchema).max(50).default([]),
  /** Day by which step 1 is to be submitted; before the plan's deadline. */
  reviewOn: legalDateSchema.nullable().default(null),
  deadline: legalDateSchema.nullable().default(null),
});

/** A plan's content: an immutable row named by its hash. The links to documents are state, not content. */
export const planContentSchema = planHeaderSchema.extend({
  measures: z.array(measureInputSchema.omit({ documents: true })).max(1_000),
});
export type PlanContent = z.infer<typeof planContentSchema>;

/** What a client sends to save a plan. */
export const planInputSchema = planHeaderSchema.extend({
  measures: z
    .array(measureInputSchema)
    .max(1_000)
    .default([])
    .refine((measures) => linkCount(measures) <= MAX_LINKS, { message: 'TOO_LARGE' }),
});
export type PlanInput = z.infer<typeof planInputSchema>;

/** `POST /api/v1/plans`: `code` is made from agency, year and a running number when it is left out. */
export const startPlanSchema = planInputSchema.extend({
  code: codeSchema.optional(),
  programme: codeSchema,
  year: z.int().min(1990).max(2100),
  leadAgency: codeSchema,
  approvalLevel: z.enum(APPROVAL_LEVELS).default('minister'),
});
export type StartPlanInput = z.infer<typeof startPlanSchema>;

/** Who was asked at consultation, who answered what, and who did not. */
export const consultationSchema = z.strictObject({
  agency: nameText,
  askedOn: legalDateSchema,
  answeredOn: legalDateSchema.nullable().default(null),
  answer: text(PARAGRAPH_MAX).default(''),
});

export const documentContentSchema = z.strictObject({
  title: nameText,
  summary: text(PARAGRAPH_MAX).default(''),
  articles: lines,
  plannedSigningOn: legalDateSchema.nullable().default(null),
  plannedInForceOn: legalDateSchema.nullable().default(null),
  impact: text(PARAGRAPH_MAX).default(''),
  consultations: z.array(consultationSchema).max(200).default([]),
  responses: text(PARAGRAPH_MAX).default(''),
  announcement: text(PARAGRAPH_MAX).default(''),
});
export type DocumentContent = z.infer<typeof documentContentSchema>;

/** `POST /api/v1/documents`. */
export const startDocumentSchema = documentContentSchema.extend({
  code: codeSchema.optional(),
  type: z.enum(DOCUMENT_TYPES),
  shortened: z.boolean().default(false),
  programme: codeSchema,
  leadAgency: codeSchema,
});
export type StartDocumentInput = z.infer<typeof startDocumentSchema>;
