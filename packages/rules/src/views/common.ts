import { z } from 'zod';
import { ERROR_STATUS, type ErrorCode } from '../errors.ts';
import { IMPORT_KINDS } from '../import-kinds.ts';
import { KNOWN_BY } from '../receipt/statement.ts';
import { STEP_STATUSES } from '../step.ts';
import { DELEGATION_FORMS, FUNCTIONS, ROLES } from '../vocabulary.ts';

/**
 * Shapes of answers: what the database's queries give, the API sends and the screens show.
 * Dates are legal dates (YYYY-MM-DD), moments ISO 8601 in UTC, lists are sorted as said at each.
 */
export const localName = z.object({ vi: z.string(), en: z.string().nullable() });
export type LocalName = z.infer<typeof localName>;

/** In whose name somebody acts, and by which form (KT., TL.). */
export const representedView = z.object({
  id: z.string(),
  name: z.string(),
  form: z.enum(DELEGATION_FORMS),
  delegationId: z.string(),
});
/** A person; `onBehalfOf` where they stood in for another. */
export const personRefView = z.object({
  id: z.string(),
  name: z.string(),
  onBehalfOf: representedView.exactOptional(),
});
export const agencyRef = z.object({ code: z.string(), name: localName });
export const assignmentView = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  function: z.enum(FUNCTIONS),
  /** The agency it covers; null covers the whole country. */
  agency: agencyRef.nullable(),
  from: z.string(),
  to: z.string().nullable(),
});

/** The one shape of an error answer: HTTP body of `/api/v1`, and `data.rejection` of tRPC errors. */
export const errorCodes = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];
export const errorView = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    field: z.string().optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    logId: z.string(),
  }),
});
export type ErrorView = z.infer<typeof errorView>;

/** Whether the reader may do a thing now, and if not why: the UI disables the button and says so. */
export const permission = z.object({
  allowed: z.boolean(),
  code: z.enum(errorCodes).optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const stepView = z.object({
  key: z.string(),
  number: z.int(),
  kind: z.enum(['edit', 'check', 'record']),
  function: z.enum(FUNCTIONS),
  agency: agencyRef.nullable(),
  status: z.enum(STEP_STATUSES),
  openedAt: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Working days past `dueOn` (today, or when it finished); 0 when not late. */
  daysLate: z.int(),
  /** Working days left until `dueOn`; null when closed or undated. */
  daysLeft: z.int().nullable(),
  finishedAt: z.string().nullable(),
  holder: personRefView.nullable(),
  by: personRefView.nullable(),
  /** For open steps: whom the reader would act for, where the right to it is delegated to them. */
  standsInFor: representedView.nullable(),
  /** For open steps: people who hold its function today and may act (four eyes taken into account), by name. */
  candidates: z.array(personRefView),
});
export type StepViewOut = z.infer<typeof stepView>;

/** One line of a history, told in plain words by the UI from `type` and `facts`. Newest first. */
export const historyEntry = z.object({
  /** The plan it happened to, where this one was part of it then; null for its own. */
  of: z.string().nullable(),
  seq: z.int(),
  at: z.string(),
  actor: personRefView,
  type: z.string(),
  step: z.string().nullable(),
  reason: z.string().nullable(),
  /** How whoever decided was known, by its receipt; null where none is on record. */
  knownBy: z.enum(KNOWN_BY).nullable(),
  facts: z.record(z.string(), z.unknown()),
});

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), nextCursor: z.string().nullable() });

export const meView = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    agency: agencyRef,
    roles: z.array(z.enum(ROLES)),
    assignments: z.array(assignmentView),
  }),
  may: z.object({
    startPlan: z.boolean(),
    keepCatalogue: z.boolean(),
    /** Who outside is told what happens. */
    keepWebhooks: z.boolean(),
    /** Keeping the record: every kind of import, baselines, signed reports. */
    import: z.boolean(),
    importKinds: z.array(z.enum(IMPORT_KINDS)),
    watchSystem: z.boolean(),
  }),
  /** The reader has chosen that their decisions need one of their passkeys. */
  confirms: z.boolean(),
  /** Demo data and demo people: marked on every page. */
  evaluation: z.boolean(),
  temporalUiUrl: z.string().nullable(),
  programmes: z.array(z.object({ code: z.string(), name: localName })),
  openSteps: z.int(),
  /** Reminders of what is still to be done, not read yet. */
  unread: z.int(),
});
export type MeView = z.infer<typeof meView>;
