import { z } from 'zod';
import type { Heir } from '../heir.ts';
import type { Actor } from '../actor.ts';
import { commandEnvelope, commandIdSchema } from '../command-envelope.ts';
import type { MoveAgencyCommand } from '../agency-move.ts';
import { confirmChanges } from '../confirming/command.ts';
import { planInputSchema } from '../content.ts';
import { dateCommands } from '../dates/command.ts';
import { PLAN_DATES, PLAN_MILESTONES } from '../dates/date.ts';
import { legalDateSchema } from '../days.ts';
import type { Parting } from './split.ts';
import { planRemarkSchema, remarkCommands } from '../remark/command.ts';
import { detachFile, type StampedAttachFile } from '../files/command.ts';
import type { ReplanCommand } from '../replan.ts';
import { ownPlanStep } from '../step-key.ts';
import { codeSchema, LINE_MAX, nameText, PARAGRAPH_MAX, reasonText, requiredText, text } from '../text.ts';
import { MEASURES, PLAN_STEPS } from '../vocabulary.ts';
import type { PassOnCommand } from '../pass-on.ts';
import { MATERIAL_FIELDS } from './material.ts';

export { commandEnvelope, commandIdSchema };
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Commands shaped alike for plans and documents. */
export const sharedCommands = {
  submit: z.strictObject({
    ...commandEnvelope,
    type: z.literal('submit'),
    note: text(PARAGRAPH_MAX).optional(),
  }),
  approve: z.strictObject({
    ...commandEnvelope,
    type: z.literal('approve'),
    contentHash: hashSchema,
    /** Number of the decision that approves, where one was issued. */
    decisionNumber: text(LINE_MAX).optional(),
    note: text(PARAGRAPH_MAX).optional(),
  }),
  refuse: z.strictObject({ ...commandEnvelope, type: z.literal('refuse'), reason: reasonText }),
  withdraw: z.strictObject({ ...commandEnvelope, type: z.literal('withdraw'), reason: reasonText }),
  comment: z.strictObject({
    ...commandEnvelope,
    type: z.literal('comment'),
    text: requiredText(PARAGRAPH_MAX),
    procedureCode: codeSchema.optional(),
  }),
};

/** For a document with several open steps `step` says which; otherwise the only open one is meant. */
export const holderCommands = <T extends z.ZodType<string>>(step: T) => ({
  claim: z.strictObject({ ...commandEnvelope, type: z.literal('claim'), step: step.optional() }),
  release: z.strictObject({ ...commandEnvelope, type: z.literal('release'), step: step.optional() }),
  /** `assignee` is stamped by the API from `to`; clients send only the person's id. */
  reassign: z.strictObject({
    ...commandEnvelope,
    type: z.literal('reassign'),
    step: step.optional(),
    to: z.string().min(1).max(200),
    reason: text(PARAGRAPH_MAX).optional(),
  }),
});

const planStep = z.union([z.enum(PLAN_STEPS), ownPlanStep]);
/** For a plan with several open steps `step` says which; otherwise the only open one is meant. */
const atStep = { step: planStep.optional() };
const procedureCodes = z.array(codeSchema).min(1).max(1_000);
const planDates = { date: z.enum(PLAN_DATES), milestone: z.enum(PLAN_MILESTONES), step: planStep };
const saveContent = z.strictObject({
  ...commandEnvelope,
  ...atStep,
  type: z.literal('saveContent'),
  content: planInputSchema,
});
const returnPlan = z.strictObject({
  ...commandEnvelope,
  ...atStep,
  type: z.literal('return'),
  toStep: planStep.optional(),
  /** Only these go back and the rest goes on; all the step is about when left out. */
  procedureCodes: procedureCodes.optional(),
  reason: reasonText,
});
const link = { ...commandEnvelope, ...atStep, documentCode: codeSchema, procedureCodes };

/** Some procedures go on in a plan of their own; its code is made when the client names none. */
const split = z.strictObject({
  ...commandEnvelope,
  type: z.literal('split'),
  procedureCodes: z.array(codeSchema).min(1).max(1_000),
  name: nameText,
  newCode: codeSchema.optional(),
});
const reopen = z.strictObject({ ...commandEnvelope, type: z.literal('reopen'), reason: reasonText });

/** What a client may send to `POST /api/v1/plans/{code}/commands`. */
export const planCommandSchema = z.discriminatedUnion('type', [
  saveContent,
  sharedCommands.submit.extend(atStep),
  sharedCommands.approve.extend(atStep),
  returnPlan,
  sharedCommands.refuse.extend(atStep),
  sharedCommands.withdraw,
  z.strictObject({ ...link, type: z.literal('linkDocument') }),
  z.strictObject({ ...link, type: z.literal('unlinkDocument') }),
  ...Object.values(holderCommands(planStep)),
  ...Object.values(dateCommands(commandEnvelope, planDates)),
  sharedCommands.comment,
  planRemarkSchema,
  split,
  reopen,
  ...Object.values(remarkCommands),
  confirmChanges.extend(atStep),
  detachFile,
]);
export type PlanCommand = z.infer<typeof planCommandSchema>;

const eachMaterial = Object.fromEntries(MATERIAL_FIELDS.map((field) => [field, z.string()])) as Record<
  (typeof MATERIAL_FIELDS)[number],
  z.ZodString
>;

/** The small facts that travel instead of the content; made by the API when it stores the content row. */
export const planFactsSchema = z.object({
  content: hashSchema,
  header: z.object({
    name: nameText,
    unit: z.string(),
    coAgencies: z.array(z.string()),
    reviewOn: legalDateSchema.nullable(),
    deadline: legalDateSchema.nullable(),
  }),
  measures: z.array(
    z.object({
      procedureCode: z.string(),
      measure: z.enum(MEASURES),
      hash: hashSchema,
      material: z.object(eachMaterial).extend({ cost: z.string().exactOptional() }).exactOptional(),
      documents: z.array(z.string()),
    }),
  ),
});
export type PlanFacts = z.infer<typeof planFactsSchema>;

/** Who the authors of the remarks are today: whoever no longer decides there leaves it to those who do. */
export type StampedConfirming<T> = T & { readonly authors: readonly Actor[] };

/** Commands that no client sends: an operation gives them to many plans and documents, with facts of the database. */
export type SweepingCommand = MoveAgencyCommand | PassOnCommand | ReplanCommand;

/**
 * A command as it reaches the workflow: the client's words with content replaced by facts, stamped with
 * who gives it and, for `reassign`, with what the database knows of the assignee.
 */
export type StampedPlanCommand = (
  | Exclude<PlanCommand, { type: 'saveContent' | 'reassign' | 'split' | 'reopen' | 'confirmChanges' }>
  /** `evidenceAnew`: absent in commands from before documents were asked how they stand. */
  | (Extract<PlanCommand, { type: 'reopen' }> & { readonly evidenceAnew?: true; readonly heir?: Heir })
  | (Extract<PlanCommand, { type: 'split' }> & {
      /** The new plan's code, and the content rows of what stays and of what leaves. */
      readonly parting: Pick<Parting, 'into' | 'contents'>;
    })
  | (Omit<Extract<PlanCommand, { type: 'saveContent' }>, 'content'> & { readonly facts: PlanFacts })
  | (Extract<PlanCommand, { type: 'reassign' }> & { readonly assignee: Actor })
  | StampedConfirming<Extract<PlanCommand, { type: 'confirmChanges' }>>
  | StampedAttachFile
  | SweepingCommand
) & { readonly actor: Actor };
