import { z } from 'zod';
import type { Heir } from '../heir.ts';
import type { Actor } from '../actor.ts';
import { commandEnvelope } from '../command-envelope.ts';
import { consultationCommands } from '../consultation/command.ts';
import { confirmChanges } from '../confirming/command.ts';
import { documentContentSchema } from '../content.ts';
import { dateCommands } from '../dates/command.ts';
import { DOCUMENT_DATES, DOCUMENT_MILESTONES } from '../dates/date.ts';
import { legalDateSchema } from '../days.ts';
import { documentRemarkSchema, remarkCommands } from '../remark/command.ts';
import { detachFile, type StampedAttachFile } from '../files/command.ts';
import {
  hashSchema,
  holderCommands,
  type StampedConfirming,
  type SweepingCommand,
  sharedCommands,
} from '../plan/command.ts';
import { ownDocumentStep } from '../step-key.ts';
import { codeSchema, nameText, reasonText, text } from '../text.ts';
import { DOCUMENT_STEPS } from '../vocabulary.ts';

const documentStep = z.union([z.enum(DOCUMENT_STEPS), ownDocumentStep]);
const documentDates = {
  date: z.enum(DOCUMENT_DATES),
  milestone: z.enum(DOCUMENT_MILESTONES),
  step: documentStep,
};
const numberText = nameText.pipe(z.string().max(100));
const procedureCodes = z.array(codeSchema).min(1).max(2_000);

/** What a client may send to `POST /api/v1/documents/{code}/commands`. */
export const documentCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...commandEnvelope, type: z.literal('saveContent'), content: documentContentSchema }),
  sharedCommands.submit,
  sharedCommands.approve,
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('return'),
    toStep: documentStep.optional(),
    reason: reasonText,
  }),
  sharedCommands.refuse,
  sharedCommands.withdraw,
  ...Object.values(holderCommands(documentStep)),
  ...Object.values(dateCommands(commandEnvelope, documentDates)),
  sharedCommands.comment,
  documentRemarkSchema,
  ...Object.values(remarkCommands),
  confirmChanges,
  ...Object.values(consultationCommands),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('recordPromulgation'),
    number: numberText,
    signedOn: legalDateSchema,
    inForceOn: legalDateSchema,
    contentHash: hashSchema.optional(),
  }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('recordAnnouncement'),
    decisionNumber: numberText,
    signedOn: legalDateSchema,
    procedureCodes,
    contentHash: hashSchema.optional(),
  }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('recordDatabaseEntry'),
    reference: numberText,
    enteredOn: legalDateSchema,
    procedureCodes,
  }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('recordDisplay'),
    place: text(1_000).default(''),
    displayedOn: legalDateSchema,
    /** All announced procedures when left out. */
    procedureCodes: procedureCodes.optional(),
  }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('correctEvidence'),
    evidenceId: z.string().min(1).max(40),
    number: numberText.optional(),
    date: legalDateSchema.optional(),
    inForceOn: legalDateSchema.optional(),
    procedureCodes: procedureCodes.optional(),
    reason: reasonText,
  }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('confirmCorrection'),
    correctionId: z.string().min(1).max(40),
    /** False turns the correction down. */
    accept: z.boolean().default(true),
  }),
  detachFile,
]);
export type DocumentCommand = z.infer<typeof documentCommandSchema>;

/** The small facts that travel instead of the content. */
export const documentFactsSchema = z.object({
  content: hashSchema,
  /** Hash of what is material in the text: title and articles. */
  material: hashSchema.optional(),
  /** Digest of the articles alone, so that a change of them can be named. */
  articles: z.string().exactOptional(),
  /** A digest of each of them. */
  articleList: z.array(z.string()).exactOptional(),
  header: z.object({
    title: z.string(),
    plannedSigningOn: legalDateSchema.nullable(),
    plannedInForceOn: legalDateSchema.nullable(),
  }),
});
export type DocumentFacts = z.infer<typeof documentFactsSchema>;

export type StampedDocumentCommand = (
  | Exclude<DocumentCommand, { type: 'saveContent' | 'reassign' | 'confirmChanges' | 'confirmCorrection' }>
  | (Extract<DocumentCommand, { type: 'confirmCorrection' }> & { readonly heir?: Heir })
  | (Omit<Extract<DocumentCommand, { type: 'saveContent' }>, 'content'> & { readonly facts: DocumentFacts })
  | (Extract<DocumentCommand, { type: 'reassign' }> & { readonly assignee: Actor })
  | StampedConfirming<Extract<DocumentCommand, { type: 'confirmChanges' }>>
  | StampedAttachFile
  | SweepingCommand
) & { readonly actor: Actor };
