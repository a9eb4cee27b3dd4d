import { z } from 'zod';
import { legalDateSchema, momentSchema } from '../days.ts';
import { COPY_OUTCOMES } from '../report/signature.ts';
import { localName, page, personRefView } from './common.ts';

export const REPORT_LANGUAGES = ['vi', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
/** Word and PDF as they are signed; Excel and CSV to work on. CSV is one file for each annex. */
export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const REPORT_MIME: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
export const REPORT_ANNEXES = ['ministries', 'procedures', 'late', 'bottlenecks', 'cost'] as const;
export type ReportAnnex = (typeof REPORT_ANNEXES)[number];
export const REPORT_STATES = ['waiting', 'making', 'done', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
/** States in which a report is still to be made, or made again. */
export const REPORT_UNDER_WAY: readonly ReportState[] = ['waiting', 'making'];

export const askReportSchema = z.strictObject({
  /** Asked again with the same id, it is the same report. */
  id: z.uuid(),
  programme: z.string().max(60),
  asAt: legalDateSchema,
  /** What had been recorded by then; now when left out. */
  knownAt: momentSchema.optional(),
  language: z.enum(REPORT_LANGUAGES).default('vi'),
  /** The version of the programme's template in that language; the newest when left out. */
  template: z.int().min(1).optional(),
});

export const reportFile = z.object({
  format: z.enum(REPORT_FORMATS),
  /** The annex a CSV file holds; null where a file holds all of them, or in CSV what is said beside the rows. */
  annex: z.enum(REPORT_ANNEXES).nullable(),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});

/** A signed copy held against what the report says. */
const comparison = z.object({
  /** `waiting` until its words have been read. */
  outcome: z.enum([...COPY_OUTCOMES, 'waiting']),
  /** Lines of the report that are not in it as they stand there. */
  missing: z.array(z.string()),
});

/** That a report was signed: as the office said it, beside what was signed. */
const signature = z.object({
  version: z.int(),
  /** Number and day on the official letter. */
  number: z.string(),
  signedOn: z.string(),
  /** Null where only the number and the day were given. */
  file: z
    .object({ name: z.string(), mime: z.string(), bytes: z.int(), sha256: z.string(), comparison })
    .nullable(),
  /** The report's own files it was signed from. */
  originals: z.array(z.object({ format: z.enum(REPORT_FORMATS), sha256: z.string() })),
  by: z.string(),
  at: z.string(),
  takenBack: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type SignatureView = z.infer<typeof signature>;

export const reportView = z.object({
  id: z.string(),
  programme: z.string(),
  programmeName: localName,
  asAt: z.string(),
  knownAt: z.string(),
  language: z.enum(REPORT_LANGUAGES),
  /** The version of the template its texts are of; 1 is the product's own. */
  templateVersion: z.int(),
  state: z.enum(REPORT_STATES),
  /** Lines written of all there are, over all files; 0 of 0 before it is begun. */
  done: z.int(),
  total: z.int(),
  askedBy: personRefView,
  askedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** What it says, once it is made. */
  simplified: z.int().nullable(),
  baseline: z.int().nullable(),
  sharePercent: z.number().nullable(),
  files: z.array(reportFile),
  /** Newest first; only the newest can stand, those before it were taken back. */
  signatures: z.array(signature),
});
export const signatureSaved = z.object({ version: z.int() });
export type ReportView = z.infer<typeof reportView>;

export const reportListInput = z.object({
  programme: z.string().max(60).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const reportPage = page(reportView);
