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
  readonly answers: Readonly<Record<string, CampaignAnswer>>;
  /** The last reminder to those who have not answered. */
  readonly reminder: { readonly text: string; readonly at: Instant; readonly by: PersonRef } | null;
  readonly closedAt: Instant | null;
}

/** Late is what comes after the day, or after the campaign was closed before it. */
export const isLateAnswer = (state: Pick<CampaignState, 'answerBy' | 'closedAt'>, at: Instant): boolean =>
  dayOf(at) > state.answerBy || (state.closedAt !== null && at > state.closedAt);

export interface Standing {
  readonly answered: boolean;
  readonly late: boolean;
  /** When it first answered, as far as the answer still holds. */
  readonly at: Instant | null;
  readonly bottlenecks: readonly string[];
  readonly none: boolean;
}

/** How one agency stands. Bottlenecks raised after it declared that it has none count as its answer. */
export function standingIn(state: Pick<CampaignState, 'answers'>, agency: string): Standing {
  const answer = state.answers[agency];
  const held = Object.entries(answer?.bottlenecks ?? {}).filter(([, one]) => !one.withdrawn);
  const none = answer?.none ?? null;
  const all = [...held.map(([, one]) => one), ...(none ? [none] : [])];
  const first = all.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  return {
    answered: first !== undefined,
    late: first?.late ?? false,
    at: first?.at ?? null,
    bottlenecks: held.map(([code]) => code).sort(),
    none: none !== null && held.length === 0,
  };
}

export const unanswered = (state: Pick<CampaignState, 'asked' | 'answers'>): string[] =>
  state.asked.filter((agency) => !standingIn(state, agency).answered);
