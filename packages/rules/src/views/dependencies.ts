import { z } from 'zod';
import { DOCUMENT_PHASES, DOCUMENT_TYPES, MEASURES } from '../vocabulary.ts';
import { agencyRef, localName } from './common.ts';
import { documentSummary } from './plan.ts';

/** How late a document is: working days of what it has missed longest; 0 when in time. */
const standing = {
  type: z.enum(DOCUMENT_TYPES),
  phase: z.enum(DOCUMENT_PHASES),
  daysLate: z.int(),
};

/**
 * What hangs on a document. A procedure is held by it while its evidence in it is not complete. Counts are
 * everyone's; plans one may not see are only counted.
 */
export const dependantsView = z.object({
  document: z.object({ code: z.string(), title: z.string(), ...standing }),
  /** Procedures asked of it by plans submitted or further on. */
  procedures: z.int(),
  held: z.object({ procedures: z.int(), plans: z.int(), ministries: z.int() }),
  /** Procedures it holds by the ministry that leads their plan, most first. */
  byMinistry: z.array(z.object({ agency: agencyRef, procedures: z.int(), plans: z.int() })),
  /** Plans it holds that the reader may see, most procedures first. */
  plans: z.array(
    z.object({ code: z.string(), name: z.string(), leadAgency: agencyRef, procedures: z.int() }),
  ),
  items: z.array(
    z.object({
      procedureCode: z.string(),
      name: localName,
      measure: z.enum(MEASURES),
      held: z.boolean(),
      /** Null where it was imported without a plan. */
      planCode: z.string().nullable(),
      ministry: agencyRef,
      /** Other documents the same measure needs. */
      otherDocuments: z.array(z.string()),
    }),
  ),
  total: z.int(),
  /** Lines left out because their plan is not the reader's to see. */
  hidden: z.int(),
  nextCursor: z.string().nullable(),
});
export type DependantsView = z.infer<typeof dependantsView>;

export const DEPENDANT_STATUSES = ['held', 'any'] as const;
export const dependantsInput = z.object({
  status: z.enum(DEPENDANT_STATUSES).default('held'),
  ministry: z.string().max(60).optional(),
  plan: z.string().max(60).optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Documents a procedure needs, and whether its evidence in each is complete. */
export const waitsForView = z.array(z.object({ document: documentSummary, complete: z.boolean() }));

/** What the procedures of a group share beside their ministry; `part`: nothing, they are a stretch of the codes. */
export const CLUSTERED_BY = ['ministry', 'documents', 'plan', 'field', 'part'] as const;
export type ClusteredBy = (typeof CLUSTERED_BY)[number];

const graphNode = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    id: z.string(),
    code: z.string(),
    title: z.string(),
    ministry: agencyRef,
    ...standing,
  }),
  z.object({
    kind: z.literal('procedure'),
    id: z.string(),
    code: z.string(),
    name: localName,
    ministry: agencyRef,
    /** Its evidence is complete in every document. */
    complete: z.boolean(),
  }),
  /** Procedures of one ministry drawn as one; it opens into them, or into smaller groups. */
  z.object({
    kind: z.literal('group'),
    id: z.string(),
    ministry: agencyRef,
    procedures: z.int(),
    complete: z.int(),
    by: z.enum(CLUSTERED_BY),
    /** What they share beside their ministry: code and name of the plan, field; number of documents; first and last code. */
    label: z.string(),
    /** False where their plan is not the reader's to see. */
    opens: z.boolean(),
  }),
]);
export type GraphNode = z.infer<typeof graphNode>;

export const graphView = z.object({
  focus: z.string(),
  nodes: z.array(graphNode),
  /** From a document to a procedure or group; `complete` when nothing is missing on it. */
  edges: z.array(z.object({ document: z.string(), to: z.string(), complete: z.boolean() })),
  /** Procedures left out: none, since those that are too many to draw are groups that open. */
  omitted: z.int(),
});
export type GraphView = z.infer<typeof graphView>;

export const graphInput = z.object({
  focus: z
    .string()
    .max(80)
    .regex(/^(document|procedure|plan)\/[^/]+$/),
  /** A group to be drawn as what it holds. */
  open: z.string().max(2_000).optional(),
});
