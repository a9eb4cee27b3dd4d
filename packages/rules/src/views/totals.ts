import { z } from 'zod';
import { legalDateSchema, momentSchema } from '../days.ts';
import { DOCUMENT_TYPES, FUNCTIONS, LEVELS, MEASURES } from '../vocabulary.ts';
import { agencyRef, localName, page } from './common.ts';

export const totalsInput = z.object({
  asAt: legalDateSchema.optional(),
  /** What had been recorded by then; now when left out. */
  knownAt: momentSchema.optional(),
});

/** Every part adds up to `simplified` (and, where it has `baseline`, to the baseline's count). */
export const totalsView = z.object({
  programme: z.string(),
  name: localName,
  asAt: z.string(),
  knownAt: z.string(),
  /** Null before the first baseline: then there is no share. */
  baseline: z.object({ date: z.string(), count: z.int(), reason: z.string() }).nullable(),
  simplified: z.int(),
  /** Two decimals; never 100 while one is open. */
  sharePercent: z.number().nullable(),
  byMinistry: z.array(
    z.object({
      agency: agencyRef,
      baseline: z.int(),
      simplified: z.int(),
      inYear: z.int(),
      documentsOpen: z.int(),
      documentsOverdue: z.int(),
      proceduresOverdue: z.int(),
      /** Receiving agency after a merger, where it no longer exists today. */
      successor: agencyRef.nullable(),
    }),
  ),
  byYear: z.array(z.object({ year: z.int(), simplified: z.int(), documents: z.int(), ministries: z.int() })),
  byMeasure: z.array(z.object({ measure: z.enum(MEASURES), simplified: z.int() })),
  /** Documents the counted procedures stand at (the one in force last of each). */
  documents: z.object({ total: z.int(), inYear: z.int(), open: z.int(), overdue: z.int() }),
  /** Cumulative count at each month's end up to `asAt`. */
  byMonth: z.array(z.object({ month: z.string(), simplified: z.int(), baseline: z.int().nullable() })),
});
export type TotalsView = z.infer<typeof totalsView>;

/** Where work is stuck: overdue and due-soon documents and plans' steps, by procedures held up. */
export const stuckView = z.array(
  z.object({
    subject: z.enum(['plan', 'document']),
    code: z.string(),
    title: z.string(),
    step: z.string(),
    dueOn: z.string(),
    daysLate: z.int(),
    daysLeft: z.int().nullable(),
    /** Whose step it is: a function of an agency; of a function held once for the country, the agency it belongs to today, or null. */
    waitingOn: z.object({ function: z.enum(FUNCTIONS), agency: agencyRef.nullable() }),
    since: z.string(),
    procedures: z.int(),
    ministries: z.int(),
    /** Why it is late, as far as it was published. */
    reason: z.string().nullable(),
  }),
);

export const procedureView = z.object({
  code: z.string(),
  name: localName,
  field: z.string().nullable(),
  level: z.enum(LEVELS).nullable(),
  /** Agency in charge on the day asked for. */
  ministry: agencyRef,
  inBaseline: z.boolean(),
  measure: z.enum(MEASURES).nullable(),
  plan: z.string().nullable(),
  /** Day it counts; null while evidence is missing. */
  countsOn: z.string().nullable(),
  simplified: z.boolean(),
  evidence: z.array(
    z.object({
      documentCode: z.string(),
      type: z.enum(DOCUMENT_TYPES),
      number: z.string().nullable(),
      title: z.string(),
      signedOn: z.string().nullable(),
      inForceOn: z.string().nullable(),
      announcement: z
        .object({ number: z.string(), date: z.string(), recordedBy: z.string(), recordedAt: z.string() })
        .nullable(),
      databaseEntry: z
        .object({ number: z.string(), date: z.string(), recordedBy: z.string(), recordedAt: z.string() })
        .nullable(),
      recordedBy: z.string().nullable(),
      recordedAt: z.string().nullable(),
    }),
  ),
});
export type ProcedureView = z.infer<typeof procedureView>;
export const procedurePage = page(procedureView);
export const PROCEDURE_STATUSES = ['simplified', 'open', 'any'] as const;
export const procedureListInput = z.object({
  programme: z.string().max(60).optional(),
  ministry: z.string().max(60).optional(),
  status: z.enum(PROCEDURE_STATUSES).default('any'),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  measure: z.enum(MEASURES).optional(),
  document: z.string().max(60).optional(),
  level: z.enum([...LEVELS, 'none']).optional(),
  /** Empty for those without one. */
  field: z.string().max(200).optional(),
  /** Of the document it stands at; `none` for those that stand at none. */
  documentType: z.enum([...DOCUMENT_TYPES, 'none']).optional(),
  asAt: legalDateSchema.optional(),
  knownAt: momentSchema.optional(),
  /** Code prefix or words of the name, accents and case ignored. */
  q: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
