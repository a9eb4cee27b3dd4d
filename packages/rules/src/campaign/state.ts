import type { WorkingCalendar } from '../calendar.ts';
import { dayOf, type Instant, type LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';
import type { StepTiming } from '../vocabulary.ts';

export const CAMPAIGN_PHASES = ['open', 'closed'] as const;
export type CampaignPhase = (typeof CAMPAIGN_PHASES)[number];

/** Whom a campaign asks: all ministries or all provinces of its first day, or a list of its own. */
export const CAMPAIGN_ASKS = ['ministries', 'provinces', 'chosen'] as const;
export type CampaignAsks = (typeof CAMPAIGN_ASKS)[number];

/** What one agency has answered; it has not while all its bottlenecks are withdrawn and it declared nothing. */
export interface CampaignAnswer {
  readonly bottlenecks: Readonly<
    Record<
      string,
      { readonly seq: number; readonly at: Instant; readonly late: boolean; readonly withdrawn: boolean }
    >
  >;
  readonly none: {
    readonly by: PersonRef;
    readonly at: Instant;
    readonly late: boolean;
    readonly note: string;
  } | null;
}

/** Whose answers stand for one asked agency, once the work of another has come to it. */
export interface CampaignPart {
  readonly agency: string;
  /** Whether it was asked itself, so that its part has to be answered. */
  readonly asked: boolean;
  /**
   * From when on what the others at this place answer speaks for it too; of one that was not asked itself, only what
   * came since counts here.
   */
  readonly since: Instant | null;
}

/** The fold of a campaign's events. Plain JSON. */
export interface CampaignState {
  readonly kind: 'campaign';
  readonly schemaVersion: 1;
  readonly rulesVersion: 1;
  readonly code: string;
  readonly calendar: WorkingCalendar;
  readonly phase: CampaignPhase;
  readonly version: number;
  readonly seq: number;
  readonly openedBy: PersonRef;
  readonly openedAt: Instant;
  readonly title: string;
  readonly question: string;
  readonly asks: CampaignAsks;
  /** Codes of the agencies asked, sorted. */
  readonly asked: readonly string[];
  readonly answerBy: LegalDate;
  /** The day it was opened with, once another has taken its place. */
  readonly firstAnswerBy?: LegalDate;
  /** The last time its day was moved. */
  readonly moved?: { readonly reason: string; readonly at: Instant; readonly by: PersonRef };
  readonly timing: StepTiming;
  /** By the agency that gave them, whoever has its place by now. */
  readonly answers: Readonly<Record<string, CampaignAnswer>>;
  /** The parts of asked agencies that took the place of others; any other has only its own. */
  readonly places?: Readonly<Record<string, readonly CampaignPart[]>>;
  /** The last reminder to those who have not answered. */
  readonly reminder: { readonly text: string; readonly at: Instant; readonly by: PersonRef } | null;
  readonly closedAt: Instant | null;
}

/** Late is what comes after the day, or after the campaign was closed before it. */
export const isLateAnswer = (state: Pick<CampaignState, 'answerBy' | 'closedAt'>, at: Instant): boolean =>
  dayOf(at) > state.answerBy || (state.closedAt !== null && at > state.closedAt);
