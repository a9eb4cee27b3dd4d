import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { BottleneckNews } from '@tinhgon/rules/bottleneck/tell';
import type { StampedCampaignCommand } from '@tinhgon/rules/campaign/command';
import type { CampaignEvent } from '@tinhgon/rules/campaign/event';
import type { CampaignStart } from '@tinhgon/rules/campaign/start';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import type { CommandOutcome, SubjectInput } from '../subject/messages.ts';

/** Argument of the workflow `campaign`, id `campaign/{code}`. */
export type CampaignInput = SubjectInput<CampaignStart, CampaignState, CampaignEvent, never>;

type CommandType = StampedCampaignCommand['type'];

const update = <T extends CommandType>(type: T) =>
  defineUpdate<CommandOutcome, [Extract<StampedCampaignCommand, { type: T }>]>(type);

/** One update for each command, named like it; the update id is the command's id. */
export const campaignUpdates = {
  declareNone: update('declareNone'),
  remind: update('remind'),
  moveDay: update('moveDay'),
  close: update('close'),
  moveAgency: update('moveAgency'),
} as const satisfies Record<CommandType, unknown>;

/** A bottleneck tells the campaign it was raised in. */
export const bottleneckNewsSignal = defineSignal<[BottleneckNews]>('bottleneckNews');
