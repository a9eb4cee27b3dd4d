import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { MoveAgencyCommand } from '../agency-move.ts';
import { legalDateSchema } from '../days.ts';
import { commandEnvelope } from '../command-envelope.ts';
import { codeSchema, nameText, PARAGRAPH_MAX, reasonText, requiredText, text } from '../text.ts';
import { CAMPAIGN_ASKS } from './state.ts';

const MOST_ASKED = 200;

/** What `POST /api/v1/campaigns` takes. */
export const openCampaignSchema = z.strictObject({
  title: nameText,
  question: requiredText(PARAGRAPH_MAX),
  asks: z.enum(CAMPAIGN_ASKS),
  /** Only for `chosen`; the others are looked up by the day. */
  agencies: z.array(codeSchema).max(MOST_ASKED).default([]),
  answerBy: legalDateSchema,
});
export type OpenCampaign = z.output<typeof openCampaignSchema>;

/** What `POST /api/v1/campaigns/{code}/commands` takes. */
export const campaignCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('declareNone'),
    /** For which asked agency, where the sender speaks for several; their own by default. */
    agency: codeSchema.optional(),
    note: text(PARAGRAPH_MAX).optional(),
  }),
  z.strictObject({ ...commandEnvelope, type: z.literal('remind'), text: requiredText(PARAGRAPH_MAX) }),
  z.strictObject({
    ...commandEnvelope,
    type: z.literal('moveDay'),
    answerBy: legalDateSchema,
    reason: reasonText,
  }),
  z.strictObject({ ...commandEnvelope, type: z.literal('close'), reason: reasonText }),
]);
export type CampaignCommand = z.infer<typeof campaignCommandSchema>;
export type CampaignCommandType = CampaignCommand['type'];
/** As it reaches the workflow; that an agency's work goes elsewhere only an operation says. */
export type StampedCampaignCommand = (CampaignCommand & { readonly actor: Actor }) | MoveAgencyCommand;
