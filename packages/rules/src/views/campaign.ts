import { z } from 'zod';
import { CAMPAIGN_ASKS, CAMPAIGN_PHASES } from '../campaign/state.ts';
import { STEP_TIMINGS } from '../vocabulary.ts';
import { agencyRef, historyEntry, page, permission, personRefView } from './common.ts';

export const campaignSummary = z.object({
  code: z.string(),
  phase: z.enum(CAMPAIGN_PHASES),
  title: z.string(),
  asks: z.enum(CAMPAIGN_ASKS),
  answerBy: z.string(),
  openedAt: z.string(),
  asked: z.int(),
  answered: z.int(),
});
export type CampaignSummary = z.infer<typeof campaignSummary>;
export const campaignPage = page(campaignSummary);

/** How one asked agency stands. */
export const campaignStanding = z.object({
  agency: agencyRef,
  answered: z.boolean(),
  late: z.boolean(),
  at: z.string().nullable(),
  none: z.boolean(),
  note: z.string(),
  /** How many it raised; those on plans the reader may not see are counted and not named. */
  bottlenecks: z.int(),
  /** Where it took the place of others: whose part has been answered. */
  parts: z.array(z.object({ agency: agencyRef, answered: z.boolean() })),
});

export const campaignView = campaignSummary.extend({
  question: z.string(),
  timing: z.enum(STEP_TIMINGS).nullable(),
  daysLate: z.int(),
  openedBy: personRefView,
  closedAt: z.string().nullable(),
  late: z.int(),
  /** By name; those who have not answered first. */
  standings: z.array(campaignStanding),
  /** Asked agencies the reader may answer for. */
  mine: z.array(z.string()),
  /** The day it was opened with, where it has been moved since. */
  firstAnswerBy: z.string().nullable(),
  moved: z.object({ reason: z.string(), at: z.string(), by: personRefView }).nullable(),
  reminder: z.object({ text: z.string(), at: z.string(), by: personRefView }).nullable(),
  version: z.int(),
  history: z.array(historyEntry),
  actions: z.record(z.string(), permission),
  temporalUrl: z.string().nullable(),
});
export type CampaignView = z.infer<typeof campaignView>;

export const campaignListInput = z.object({
  phase: z.enum(CAMPAIGN_PHASES).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
