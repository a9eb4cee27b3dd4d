import { z } from 'zod';
import { commandEnvelope } from '../command-envelope.ts';
import { legalDateSchema } from '../days.ts';
import { codeSchema, LINE_MAX, PARAGRAPH_MAX, requiredText, text } from '../text.ts';
import { RESPONSES } from './state.ts';

const idText = z.string().min(1).max(40);

/** Asking for opinions of a draft, answering, and saying what became of each point. */
export const consultationCommands = {
  askConsultation: z.strictObject({
    ...commandEnvelope,
    type: z.literal('askConsultation'),
    /** Agencies and provinces. */
    agencies: z.array(codeSchema).max(200).default([]),
    /** The public too. */
    public: z.boolean().default(false),
    by: legalDateSchema,
    note: text(PARAGRAPH_MAX).optional(),
  }),
  answerConsultation: z.strictObject({
    ...commandEnvelope,
    type: z.literal('answerConsultation'),
    consultationId: idText,
    answeredOn: legalDateSchema,
    /** Number and date of the letter: what a drafter records of it names it. */
    letter: text(LINE_MAX).optional(),
    /** None says that the party agrees. */
    points: z.array(requiredText(PARAGRAPH_MAX)).max(100),
  }),
  respondToPoint: z.strictObject({
    ...commandEnvelope,
    type: z.literal('respondToPoint'),
    pointId: idText,
    response: z.enum(RESPONSES),
    text: requiredText(PARAGRAPH_MAX),
  }),
} as const;

type Schemas = typeof consultationCommands;
export type ConsultationCommand = { [K in keyof Schemas]: z.infer<Schemas[K]> }[keyof Schemas];
