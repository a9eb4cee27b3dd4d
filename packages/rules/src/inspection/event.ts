import type { EventEnvelope } from '../plan/event.ts';
import type { LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';
import type { StepTiming } from '../vocabulary.ts';
import type { Finding, InspectionState } from './state.ts';

type OfFinding<Type extends string, Facts = unknown> = {
  readonly type: Type;
  /** The finding's number. */
  readonly finding: number;
} & Facts;

export type InspectionEventBody =
  | { readonly type: 'inspectionOpened'; readonly state: Omit<InspectionState, 'seq' | 'version'> }
  | OfFinding<'findingNoted', Readonly<Pick<Finding, 'planCode' | 'text' | 'demand' | 'deadline' | 'timing'>>>
  | OfFinding<'findingAnswered', { readonly text: string }>
  | OfFinding<'findingRemedied', { readonly note?: string }>
  | OfFinding<
      'findingSentBack',
      { readonly reason: string; readonly deadline: LegalDate; readonly timing: StepTiming }
    >
  | OfFinding<'findingDropped', { readonly reason: string }>
  | OfFinding<'findingTimingChanged', { readonly timing: StepTiming }>
  | { readonly type: 'inspectorNamed'; readonly to: PersonRef; readonly reason: string }
  /** Another agency answers for the inspected one from here on, and for every finding that is open. */
  | {
      readonly type: 'agencyMoved';
      readonly operation: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly type: 'inspectionClosed'; readonly conclusion: string };

export type InspectionEvent = InspectionEventBody & EventEnvelope;
