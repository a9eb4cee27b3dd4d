import type { Instant, LegalDate } from '../day.ts';
import type { EventEnvelope } from '../plan/event.ts';
import type { StepTiming } from '../vocabulary.ts';
import type { CampaignState } from './state.ts';

export type CampaignEventBody =
  | { readonly type: 'campaignOpened'; readonly state: Omit<CampaignState, 'seq' | 'version'> }
  | {
      readonly type: 'bottleneckReported';
      readonly agency: string;
      readonly bottleneckCode: string;
      /** The bottleneck's event number this was heard at. */
      readonly newsSeq: number;
      readonly raisedAt: Instant;
      readonly late: boolean;
      readonly withdrawn: boolean;
    }
  | {
      readonly type: 'noneDeclared';
      readonly agency: string;
      readonly late: boolean;
      readonly note: string;
    }
  /** The place of an asked agency was taken by another; answers stay with who gave them. */
  | {
      readonly type: 'agencyMoved';
      readonly operation: string;
      readonly from: string;
      readonly to: string;
      readonly before: Required<Pick<CampaignState, 'asked' | 'places'>>;
      readonly asked: CampaignState['asked'];
      readonly places: NonNullable<CampaignState['places']>;
    }
  | { readonly type: 'campaignReminded'; readonly text: string }
  | {
      readonly type: 'campaignDayMoved';
      readonly answerBy: LegalDate;
      readonly timing: StepTiming;
      readonly reason: string;
    }
  /** By the clock at its day, which gives no reason, or by hand. */
  | { readonly type: 'campaignClosed'; readonly reason?: string }
  | { readonly type: 'dueTimingChanged'; readonly timing: StepTiming };

export type CampaignEvent = CampaignEventBody & EventEnvelope;
