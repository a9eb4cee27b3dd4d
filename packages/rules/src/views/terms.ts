import { z } from 'zod';
import { CALENDAR_DAY_KINDS, calendarDaySchema } from '../calendar-version.ts';
import { chainStepSchema } from '../chain-version.ts';
import { wageInputSchema, wageSourceSchema } from '../cost/wage.ts';
import { ownDocumentStep, ownPlanStep } from '../step-key.ts';
import { legalDateSchema } from '../days.ts';
import { codeSchema } from '../text.ts';
import { FUNCTIONS } from '../vocabulary.ts';
import { agencyRef, page } from './common.ts';

/** Who entered a version, when and why; null where it is the product's own. */
const recorded = z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable();

/** The working calendar, newest version first. Days are sorted. */
export const calendarView = z.object({
  version: z.int(),
  days: z.array(calendarDaySchema),
  recorded,
});
export type CalendarView = z.infer<typeof calendarView>;

export const chainView = z.object({
  id: z.string(),
  version: z.int(),
  steps: z.array(chainStepSchema),
  /** Plans and documents begin under it from … to …; null is open. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  recorded,
  /** Open plans or documents that run under it. */
  running: z.int(),
});
export type ChainView = z.infer<typeof chainView>;

/** A check people added to a chain, and what it is called. */
export const ownStepView = z.object({
  key: z.union([ownPlanStep, ownDocumentStep]),
  name: z.object({ vi: z.string(), en: z.string() }),
});
export type OwnStep = z.infer<typeof ownStepView>;

/** Which agency a function held once for the country belongs to, from … to …, both included. */
export const functionSeatSchema = z.strictObject({
  function: z.enum(FUNCTIONS),
  agency: codeSchema,
  from: legalDateSchema,
  to: legalDateSchema.nullable().default(null),
});
export type FunctionSeat = z.infer<typeof functionSeatSchema>;
export const functionSeatView = z.object({
  function: z.enum(FUNCTIONS),
  agency: agencyRef,
  from: z.string(),
  to: z.string().nullable(),
});
export type FunctionSeatView = z.infer<typeof functionSeatView>;

/** One version of a wage per hour: what each source says, and which of them is taken. */
export const wageView = wageInputSchema.pick({ code: true, from: true, to: true }).extend({
  version: z.int(),
  name: z.object({ vi: z.string(), en: z.string().nullable() }),
  sources: z.array(wageSourceSchema),
  taken: wageSourceSchema,
  /** Whether what is reckoned today is reckoned with it. */
  inUse: z.boolean(),
  recorded: z.object({ at: z.string(), by: z.string(), reason: z.string() }),
});
export type WageView = z.infer<typeof wageView>;

/** What a change of calendar or chain does to one open plan or document. */
export const replanItem = z.object({
  subject: z.enum(['plan', 'document']),
  code: z.string(),
  title: z.string(),
  agency: z.string(),
  steps: z.array(
    z.object({
      key: z.string(),
      dueBefore: z.string().nullable(),
      dueAfter: z.string().nullable(),
      functionBefore: z.enum(FUNCTIONS),
      functionAfter: z.enum(FUNCTIONS),
    }),
  ),
  /** Steps ahead that come and go. */
  added: z.array(z.string()),
  left: z.array(z.string()),
  /** A step that is open now and that the other chain lacks: it cannot move. */
  lacks: z.string().nullable(),
});
export type ReplanItem = z.infer<typeof replanItem>;

/** `total` counts all that would change; `items` are those whose content the reader may name, by code. */
export const replanPreview = page(replanItem).extend({
  /** Open plans and documents looked at. */
  looked: z.int(),
  /** Those that cannot move. */
  blocked: z.int(),
});
export type ReplanPreview = z.infer<typeof replanPreview>;

export const calendarPreview = z.object({
  changes: z.array(
    z.object({
      day: z.string(),
      before: z.enum(CALENDAR_DAY_KINDS).nullable(),
      after: z.enum(CALENDAR_DAY_KINDS).nullable(),
    }),
  ),
  clocks: replanPreview,
});
export type CalendarPreview = z.infer<typeof calendarPreview>;

/** The database counts versions in 32 bits. */
export const versionSchema = z
  .int()
  .min(1)
  .max(2 ** 31 - 1);

/** What everything open is to be put under: the newest calendar, or one version of its chain. */
export const replanWhat = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('calendar') }),
  z.strictObject({ of: z.literal('chain'), id: z.string().max(60), version: versionSchema }),
]);
export type ReplanWhat = z.infer<typeof replanWhat>;
