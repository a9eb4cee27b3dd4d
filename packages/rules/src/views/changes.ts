import { z } from 'zod';
import { procedureContentSchema } from '../content.ts';
import { MEASURES } from '../vocabulary.ts';
import { localName, personRefView } from './common.ts';

/** A procedure's part of a plan, as it read at one moment. */
const measureThen = z.object({
  measure: z.enum(MEASURES),
  current: procedureContentSchema.nullable(),
  proposed: procedureContentSchema.nullable(),
  note: z.string(),
  documents: z.array(z.string()),
});

/** What of a plan reads otherwise than at an earlier moment. */
export const planChangesView = z.object({
  /** The moment: the reader's own decision, or any event; null when they have decided nothing yet. */
  since: z
    .object({ type: z.string(), step: z.string().nullable(), at: z.string(), by: personRefView })
    .nullable(),
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
});
export type PlanChangesView = z.infer<typeof planChangesView>;

/** `approval`: the reader's last; `decision`: their last approval or return; or the number of an event of the plan. */
export const changesInput = z.object({
  since: z
    .union([z.enum(['approval', 'decision']), z.coerce.number().int().min(1).max(1_000_000)])
    .default('decision'),
});
