import type { LegalDate } from '../day.ts';
import type { StepKey } from '../vocabulary.ts';

/** One time a plan or document was in a step. */
export interface Visit {
  readonly step: StepKey;
  /** The chain it was in: the kind of document, ordinary or shortened, or of plan. */
  readonly chain: string;
  readonly agency: string;
  /** Working days it took, or, while it still runs, has taken so far. */
  readonly days: number;
  /**
   * How it ended: went on, came back to an earlier step, or has not ended as far as known. What was withdrawn or
   * refused is `running` too: it is known to have lasted that long, not how long it would have.
   */
  readonly ended: 'on' | 'running' | { readonly backTo: StepKey };
}

/** Calendar days from the signing of a document until it came into force. */
export interface Lag {
  readonly chain: string;
  readonly days: number;
}

/** A step that lies ahead. */
export interface StepAhead {
  readonly key: StepKey;
  readonly chain: string;
  /** Working days its clock gives it, for where nothing was observed. */
  readonly clockDays: number;
}

/** A document that is open, or a plan that has none yet and goes through the steps of its plan and then of a document. */
export interface OpenWork {
  readonly code: string;
  readonly agency: string;
  /** From its first step to the one whose end makes it count, also those that lie behind: it may be returned there. */
  readonly steps: readonly StepAhead[];
  /** Where it stands; of several steps open side by side, the first. */
  readonly at: StepKey;
  /** Working days it has stood there. */
  readonly daysSoFar: number;
  /** Once signed: the day it comes into force. */
  readonly inForceOn: LegalDate | null;
  /** The same by the shortened procedure; absent where there is none, or it goes that way already. */
  readonly shortened?: readonly StepAhead[];
}

/** Procedures of the baseline that do not count yet and wait for the same documents. */
export interface Waiting {
  readonly procedures: number;
  /** Codes of the work they wait for; with several, the last of them decides. */
  readonly on: readonly string[];
}
