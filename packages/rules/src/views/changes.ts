import { z } from 'zod';
import { procedureContentSchema } from '../content.ts';
import { costSheetSchema } from '../cost/sheet.ts';
import { MEASURES } from '../vocabulary.ts';
import { localName, personRefView } from './common.ts';

/** A procedure's part of a plan, as it read at one moment. */
export const measureThen = z.object({
  measure: z.enum(MEASURES),
  current: procedureContentSchema.nullable(),
  proposed: procedureContentSchema.nullable(),
  note: z.string(),
  cost: costSheetSchema.nullable(),
  documents: z.array(z.string()),
});

export type MeasureThen = z.infer<typeof measureThen>;

/**
 * The moment compared with: a decision of the reader, or one made by or for somebody they stand in for (`by` says by
 * whom, and in whose name), their last look (`looked`), or any event. Null when there is none.
 */
const changesSince = z
  .object({ type: z.string(), step: z.string().nullable(), at: z.string(), by: personRefView })
  .nullable();
export type ChangesSince = z.infer<typeof changesSince>;

/** What of a plan reads otherwise than at an earlier moment. */
export const planChangesView = z.object({
  since: changesSince,
  /** The plan's own lines that changed: name, unit, grounds, targets. */
  lines: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** Procedures that changed; without `before` it is new, without `after` it is gone. */
  procedures: z.array(
    z.object({
      procedureCode: z.string(),
      name: localName,
      before: measureThen.nullable(),
      after: measureThen.nullable(),
    }),
  ),
  /** Asked of an open step: its procedures on which the reader has never decided. */
  undecided: z.array(z.object({ procedureCode: z.string(), name: localName })).exactOptional(),
});
export type PlanChangesView = z.infer<typeof planChangesView>;

/** The same of a document and of the measures linked to it. */
export const documentChangesView = z.object({
  since: changesSince,
  /** Its own lines, articles one below the other. */
  lines: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** Measures that changed in plans the reader may see; without `before` newly linked, without `after` unlinked. */
  procedures: z.array(
    z.object({
      planCode: z.string(),
      procedureCode: z.string(),
      name: localName,
      before: measureThen.nullable(),
      after: measureThen.nullable(),
    }),
  ),
  /** How many more changed, in other plans. */
  hidden: z.int(),
});
export type DocumentChangesView = z.infer<typeof documentChangesView>;

/**
 * `approval`: the reader's last; `decision`: their last approval or return; `look`: their last visit to its page; or
 * the number of an event.
 */
export const changesInput = z.object({
  since: z
    .union([z.enum(['approval', 'decision', 'look']), z.coerce.number().int().min(1).max(1_000_000)])
    .default('decision'),
});

/** `step`: an open step of the plan; its procedures alone, each since the caller last decided on it. */
export const planChangesInput = changesInput.extend({ step: z.string().max(150).optional() });

/** Opening a plan or document: up to which event it was read, all there is when left out. */
export const lookInput = z.strictObject({ seq: z.int().min(1).max(1_000_000).optional() });
/** Up to which event the reader had read before this visit, and when; null on the first. */
export const lookAnswer = z.object({ since: z.object({ seq: z.int(), at: z.string() }).nullable() });
