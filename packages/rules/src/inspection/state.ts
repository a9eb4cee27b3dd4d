import type { WorkingCalendar } from '../calendar.ts';
import type { Instant, LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';
import type { StepTiming } from '../vocabulary.ts';

export const INSPECTION_PHASES = ['open', 'closed'] as const;
export type InspectionPhase = (typeof INSPECTION_PHASES)[number];

/** `open` waits for the inspected agency, `answered` for the inspectors; the rest are ends. */
export const FINDING_PHASES = ['open', 'answered', 'remedied', 'dropped'] as const;
export type FindingPhase = (typeof FINDING_PHASES)[number];

export const isFindingEnded = (phase: FindingPhase): boolean => phase === 'remedied' || phase === 'dropped';

export const MOST_FINDINGS = 200;
/** Inspectors besides the one who opened it. */
export const MOST_MEMBERS = 30;

export interface Finding {
  /** Counted from 1 within its inspection. */
  readonly number: number;
  /** The plan it is about; null when it is about the agency's work in general. */
  readonly planCode: string | null;
  readonly text: string;
  readonly demand: string;
  readonly deadline: LegalDate;
  /** The first day given, never erased by later ones. */
  readonly firstDeadline: LegalDate;
  readonly timing: StepTiming;
  readonly phase: FindingPhase;
  readonly notedBy: PersonRef;
  readonly notedAt: Instant;
  readonly waitingSince: Instant;
  /** What was done, as the inspected agency says; waits to be confirmed, or was. */
  readonly answer: { readonly text: string; readonly by: PersonRef; readonly at: Instant } | null;
  /** Why it was sent back the last time, or dropped. */
  readonly reason: string | null;
}

/** The fold of an inspection's events. Plain JSON. */
export interface InspectionState {
  readonly kind: 'inspection';
  readonly schemaVersion: 1;
  readonly rulesVersion: 1;
  readonly code: string;
  readonly calendar: WorkingCalendar;
  readonly phase: InspectionPhase;
  readonly version: number;
  readonly seq: number;
  readonly openedBy: PersonRef;
  readonly openedAt: Instant;
  /** The ministry or province inspected. */
  readonly agency: string;
  readonly subject: string;
  /** The time that is looked at. */
  readonly periodFrom: LegalDate;
  readonly periodTo: LegalDate;
  /** The days of the inspection itself. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** Inspectors besides the one who opened it. */
  readonly members: readonly PersonRef[];
  readonly findings: readonly Finding[];
  readonly conclusion: string | null;
  readonly closedAt: Instant | null;
}
