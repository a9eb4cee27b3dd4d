import type { Instant } from '../day.ts';
import type { Hash } from '../hash.ts';
import type { PersonRef } from '../person.ts';
import type { StepKey } from '../vocabulary.ts';
import type { PlanState } from '../plan/state.ts';
import type { DocumentState } from '../document/state.ts';

/** The line of a plan or document that a remark stands at. */
export interface RemarkPlace {
  readonly field: string;
  /** The procedure whose line it is; a document's own lines have none. */
  readonly procedureCode?: string;
  /** Which of the papers, steps, articles … counted from 0; the whole line when left out. */
  readonly index?: number;
}

/** A remark's small facts; what was said stands in the events. */
export interface Remark extends RemarkPlace {
  /** The id of the command that made it: no two plans share one, also after a split. */
  readonly id: string;
  readonly by: PersonRef;
  readonly at: Instant;
  /** The content it was made on. */
  readonly content: Hash;
  /** The check it was made in, by someone who decides there. */
  readonly check?: StepKey;
  /** Words that followed, of whoever. */
  readonly words: number;
  /** Who answered last and when; absent while its author waits for an answer. */
  readonly answeredBy?: PersonRef;
  readonly answeredAt?: Instant;
  /** An answer of those who draft says that the line was changed. */
  readonly changed?: true;
  readonly resolvedBy?: PersonRef;
  readonly resolvedAt?: Instant;
}

/** Remarks of one plan or document: its state travels with every run of its workflow. */
export const MAX_REMARKS = 1_000;

type Remarked = Pick<PlanState | DocumentState, 'remarks'>;

export const remarksOf = (state: Remarked): readonly Remark[] => state.remarks ?? [];

/** Neither answered nor resolved: somebody waits. */
export const isWaiting = (remark: Pick<Remark, 'answeredBy' | 'resolvedBy'>): boolean =>
  remark.answeredBy === undefined && remark.resolvedBy === undefined;
