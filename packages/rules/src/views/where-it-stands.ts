import { z } from 'zod';
import { DOCUMENT_TYPES, FUNCTIONS, LEVELS } from '../vocabulary.ts';
import { agencyRef, page, personRefView } from './common.ts';
import { totalsInput } from './totals.ts';

const days = { asAt: z.string(), knownAt: z.string() };
const counts = { baseline: z.int(), simplified: z.int() };

/**
 * The baseline's members by what the catalogue says of them, and by the type of the document each stands at. Each part
 * adds up to the whole; null gathers those of which it is not known, so that what is missing has a number.
 */
export const partsView = z.object({
  ...days,
  ...counts,
  byLevel: z.array(z.object({ level: z.enum(LEVELS).nullable(), ...counts })),
  byField: z.array(z.object({ field: z.string().nullable(), ...counts })),
  byDocumentType: z.array(z.object({ type: z.enum(DOCUMENT_TYPES).nullable(), ...counts })),
});
export type PartsView = z.infer<typeof partsView>;

/** Agencies by how far their part is simplified: see `ranking.ts`. */
export const rankingView = z.object({
  ...days,
  ...counts,
  /** Procedures at the share of the whole that steady each agency's own share. */
  steadying: z.int(),
  agencies: z.array(
    z.object({
      rank: z.int().nullable(),
      agency: agencyRef,
      ...counts,
      sharePercent: z.number().nullable(),
      steadiedPercent: z.number().nullable(),
    }),
  ),
});
export type RankingView = z.infer<typeof rankingView>;

/** Open steps of plans and documents by step and lead agency, with how long they have been open (days). */
export const stagesView = z.object({
  ...days,
  /** In the order of the procedure. */
  steps: z.array(z.object({ subject: z.enum(['plan', 'document']), step: z.string() })),
  /** Most open steps first. */
  agencies: z.array(agencyRef),
  cells: z.array(
    z.object({
      subject: z.enum(['plan', 'document']),
      step: z.string(),
      agency: z.string(),
      open: z.int(),
      overdue: z.int(),
      procedures: z.int(),
      medianDays: z.int(),
      oldestDays: z.int(),
    }),
  ),
});
export type StagesView = z.infer<typeof stagesView>;

const step = z.string().max(80);
export const holdingInput = totalsInput.extend({
  /** Lead agency of the plan or document. */
  ministry: z.string().max(60).optional(),
  step: step.optional(),
  subject: z.enum(['plan', 'document']).optional(),
  /** Whose step it is: a function, of an agency. */
  function: z.enum(FUNCTIONS).optional(),
  agency: z.string().max(60).optional(),
  person: z.string().max(100).optional(),
  timing: z.literal('overdue').optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A step that was open at the end of the day asked for. */
export const holdingLine = z.object({
  subject: z.enum(['plan', 'document']),
  code: z.string(),
  title: z.string(),
  ministry: agencyRef,
  step: z.string(),
  function: z.enum(FUNCTIONS),
  agency: agencyRef.nullable(),
  /** Who has it, or did it since; null where nobody has taken it. */
  holder: personRefView.nullable(),
  since: z.string(),
  /** Days from then to the day asked for. */
  days: z.int(),
  dueOn: z.string().nullable(),
  daysLate: z.int(),
  daysLeft: z.int().nullable(),
  /** When it ended, if it has ended since. */
  finishedAt: z.string().nullable(),
  procedures: z.int(),
});
export type HoldingLine = z.infer<typeof holdingLine>;
/** `hidden` counts steps of plans the reader may not see: they are in the numbers and not in the list. */
export const holdingPage = page(holdingLine).extend({ ...days, hidden: z.int() });

const work = {
  open: z.int(),
  overdue: z.int(),
  procedures: z.int(),
  /** When the longest open one began. */
  oldestSince: z.string().nullable(),
  /** Ended in the twelve months before the day asked for; `late` of them after their due day. */
  done: z.int(),
  late: z.int(),
};

/** Open and done steps by the unit whose work they are (a function of an agency) and by person, most overdue first. */
export const responsibilityView = z.object({
  ...days,
  units: z.array(
    z.object({
      function: z.enum(FUNCTIONS),
      agency: agencyRef.nullable(),
      ...work,
      /** Null where the reader sees the unit's numbers and not those of its people. */
      people: z.array(z.object({ person: personRefView.nullable(), ...work })).nullable(),
    }),
  ),
});
export type ResponsibilityView = z.infer<typeof responsibilityView>;

export const debtInput = totalsInput.extend({
  ministry: z.string().max(60).optional(),
  type: z.enum(DOCUMENT_TYPES).optional(),
});

/** Documents that should have been issued by the day asked for and were not, latest first. */
export const debtView = z.object({
  ...days,
  documents: z.array(
    z.object({
      code: z.string(),
      type: z.enum(DOCUMENT_TYPES),
      title: z.string(),
      ministry: agencyRef,
      /** The planned signing date as it stood on that day, and the first there was. */
      dueOn: z.string(),
      firstDueOn: z.string(),
      daysLate: z.int(),
      step: z.string(),
      procedures: z.int(),
      /** Why, as far as it had been published by then. */
      reason: z.string().nullable(),
    }),
  ),
});
export type DebtView = z.infer<typeof debtView>;
