import type { LegalDate } from '../day.ts';
import type { EventEnvelope } from '../plan/event.ts';
import type { StepTiming } from '../vocabulary.ts';
import type { BottleneckState } from './state.ts';

export type BottleneckEventBody =
  | { readonly type: 'bottleneckRaised'; readonly state: Omit<BottleneckState, 'seq' | 'version'> }
  | { readonly type: 'bottleneckAnswered'; readonly text: string; readonly agency: string }
  | { readonly type: 'answerAccepted'; readonly note?: string }
  | {
      readonly type: 'answerSentBack';
      readonly reason: string;
      readonly answerBy: LegalDate;
      readonly timing: StepTiming;
    }
  /** By the clock when nobody answered by the day, which gives no reason, or by hand. */
  | { readonly type: 'bottleneckEscalated'; readonly timing: StepTiming; readonly reason?: string }
  | {
      readonly type: 'bottleneckReassigned';
      readonly agency: string;
      readonly answerBy: LegalDate;
      readonly timing: StepTiming;
      readonly reason: string;
    }
  /** Whoever had to answer, or had raised it, belongs to another agency from here on. */
  | {
      readonly type: 'agencyMoved';
      readonly operation: string;
      readonly from: string;
      readonly to: string;
      readonly before: Pick<BottleneckState, 'responsible' | 'raisedFor'>;
      readonly responsible: string;
      readonly raisedFor: string;
    }
  | { readonly type: 'bottleneckWithdrawn'; readonly reason: string }
  | { readonly type: 'commented'; readonly text: string }
  | { readonly type: 'dueTimingChanged'; readonly timing: StepTiming };

export type BottleneckEvent = BottleneckEventBody & EventEnvelope;
