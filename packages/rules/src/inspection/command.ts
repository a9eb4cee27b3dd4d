import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { MoveAgencyCommand } from '../agency-move.ts';
import { legalDateSchema } from '../days.ts';
import { commandEnvelope } from '../command-envelope.ts';
import { codeSchema, nameText, PARAGRAPH_MAX, reasonText, requiredText, text } from '../text.ts';
import { MOST_MEMBERS } from './state.ts';

const personId = z.string().min(1).max(100);

/** What `POST /api/v1/inspections` takes. */
export const openInspectionSchema = z.strictObject({
  agency: codeSchema,
  subject: nameText,
  periodFrom: legalDateSchema,
  periodTo: legalDateSchema,
  from: legalDateSchema,
  to: legalDateSchema,
  /** Ids of the other inspectors. */
  members: z.array(personId).max(MOST_MEMBERS).default([]),
});
export type OpenInspection = z.output<typeof openInspectionSchema>;

const ofFinding = { ...commandEnvelope, finding: z.int().min(1) };

/** What `POST /api/v1/inspections/{code}/commands` takes. */
export const inspectionCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('noteFinding'),
    planCode: codeSchema.nullable().default(null),
    text: requiredText(PARAGRAPH_MAX),
    demand: requiredText(PARAGRAPH_MAX),
    deadline: legalDateSchema,
  }),
  z.strictObject({ ...ofFinding, type: z.literal('answerFinding'), text: requiredText(PARAGRAPH_MAX) }),
  z.strictObject({
    ...ofFinding,
    type: z.literal('confirmRemedied'),
    note: text(PARAGRAPH_MAX).optional(),
  }),
  z.strictObject({
    ...ofFinding,
    type: z.literal('sendBackFinding'),
    reason: reasonText,
    deadline: legalDateSchema,
  }),
  z.strictObject({ ...ofFinding, type: z.literal('dropFinding'), reason: reasonText }),
  z.strictObject({ ...commandEnvelope, type: z.literal('nameInspector'), to: personId, reason: reasonText }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('close'),
    conclusion: requiredText(PARAGRAPH_MAX),
  }),
]);
export type InspectionCommand = z.output<typeof inspectionCommandSchema>;
export type InspectionCommandType = InspectionCommand['type'];
type NameInspector = Extract<InspectionCommand, { type: 'nameInspector' }>;
/**
 * As it reaches the workflow, with what the database knows of an inspector to be named; that an agency's work goes
 * elsewhere only an operation says.
 */
export type StampedInspectionCommand =
  | (Exclude<InspectionCommand, NameInspector> & { readonly actor: Actor })
  | (NameInspector & { readonly actor: Actor; readonly assignee: Actor })
  | MoveAgencyCommand;
