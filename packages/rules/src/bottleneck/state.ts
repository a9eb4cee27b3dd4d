import type { WorkingCalendar } from '../calendar.ts';
import type { Instant, LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';
import type { StepTiming } from '../vocabulary.ts';

/** Why things do not move; `other` is told in words. */
export const CAUSES = [
  'law',
  'guidance',
  'coordination',
  'data',
  'system',
  'staff',
  'funding',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

/** `raised` and `escalated` wait for an answer, `answered` for its acceptance. */
export const BOTTLENECK_PHASES = ['raised', 'escalated', 'answered', 'accepted', 'withdrawn'] as const;
export type BottleneckPhase = (typeof BOTTLENECK_PHASES)[number];

export const isBottleneckClosed = (phase: BottleneckPhase): boolean =>
  phase === 'accepted' || phase === 'withdrawn';

/** What a bottleneck may stand on. */
export const STANDS_ON = ['procedure', 'document', 'plan'] as const;
export interface StandsOn {
  readonly kind: (typeof STANDS_ON)[number];
  readonly code: string;
}

export interface BottleneckAnswer {
  readonly text: string;
  readonly by: PersonRef;
  readonly agency: string;
  readonly at: Instant;
}

/** The fold of a bottleneck's events. Plain JSON. */
export interface BottleneckState {
  readonly kind: 'bottleneck';
  readonly schemaVersion: 1;
  readonly rulesVersion: 1;
  readonly code: string;
  readonly calendar: WorkingCalendar;
  readonly phase: BottleneckPhase;
  readonly version: number;
  readonly seq: number;
  readonly raisedBy: PersonRef;
  /** The agency its author works for: within a campaign it answers for that agency. */
  readonly raisedFor: string;
  readonly raisedAt: Instant;
  readonly on: StandsOn;
  readonly campaign: string | null;
  readonly what: string;
  readonly cause: Cause;
  readonly causeText: string;
  readonly responsible: string;
  readonly answerBy: LegalDate;
  /** The first day given, never erased by later ones. */
  readonly firstAnswerBy: LegalDate;
  readonly timing: StepTiming;
  /** Since when it waits for the agency that is responsible now. */
  readonly waitingSince: Instant;
  /** The answer that waits to be accepted, or was. */
  readonly answer: BottleneckAnswer | null;
}
