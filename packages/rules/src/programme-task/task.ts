import { z } from 'zod';
import { legalDateSchema } from '../days.ts';
import { codeSchema, nameText, REASON_MAX, reasonText, requiredText, text } from '../text.ts';

const taskFields = {
  code: codeSchema,
  programme: codeSchema,
  name: nameText,
  /** The paper that gives it: plan, decision, conclusion. Tasks of one paper are counted together. */
  paper: requiredText(500),
  /** The agency that answers for it, and who of its people where that is known. */
  owner: codeSchema,
  person: z.string().max(100).nullable().default(null),
  assignedOn: legalDateSchema,
  deadline: legalDateSchema,
  doneOn: legalDateSchema.nullable().default(null),
  /** What it was done with: number and date of a paper, an address. */
  result: text(500).default(''),
} as const;

export const programmeTaskSchema = z.strictObject(taskFields);
/** One version of a task; one that was entered by mistake is removed in its last. */
export type ProgrammeTask = z.infer<typeof programmeTaskSchema> & {
  readonly version: number;
  readonly removed: boolean;
};

export const programmeTaskInputSchema = z
  .strictObject({
    ...taskFields,
    /** The newest version its author saw, 0 for a task that is new; another one meanwhile is STALE_VERSION. */
    basedOn: z.int().min(0).default(0),
    /** Needed when anything but its being done changes. */
    reason: text(REASON_MAX).default(''),
  })
  .refine(({ assignedOn, deadline }) => deadline >= assignedOn, { path: ['deadline'], message: 'DATE_ORDER' })
  .refine(({ assignedOn, doneOn }) => doneOn === null || doneOn >= assignedOn, {
    path: ['doneOn'],
    message: 'DATE_ORDER',
  });
export type ProgrammeTaskInput = z.infer<typeof programmeTaskInputSchema>;

export const removeProgrammeTaskSchema = z.strictObject({
  basedOn: z.int().min(1),
  reason: reasonText,
});

/** Whether a change only says that an open task is done, which needs no reason. */
export const onlyFinishes = (
  before: Pick<ProgrammeTask, 'doneOn' | 'result'>,
  after: Pick<ProgrammeTask, 'doneOn'>,
  otherwiseSame: boolean,
): boolean => otherwiseSame && before.doneOn === null && before.result === '' && after.doneOn !== null;
