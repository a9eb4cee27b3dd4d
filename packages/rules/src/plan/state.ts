import type { PersonRef } from '../person.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { DateBook } from '../dates/book.ts';
import type { SeenByChecks } from '../confirming/last-seen.ts';
import type { ClockDates } from '../clock.ts';
import type { LegalDate } from '../day.ts';
import type { KeptFile } from '../files/file.ts';
import { type Hash, hashOf } from '../hash.ts';
import type { Remark } from '../remark/state.ts';
import type { Approval, FinishedStep, OpenStep } from '../step.ts';
import type { SplitFrom, SplitInto } from './split.ts';
import type { ApprovalLevel, DocumentPhase, MeasureKind, PlanPhase, StepKey } from '../vocabulary.ts';
import type { Lane } from './lanes.ts';
import type { Material } from './material.ts';

/** A measure's small facts; its text lies in the content row named by the plan's content hash. */
export interface PlanMeasure {
  readonly procedureCode: string;
  readonly measure: MeasureKind;
  /** Hash of the measure's content alone. */
  readonly hash: Hash;
  /** What is material in it; absent in what was saved before it was told apart. */
  readonly material?: Material;
  /** Codes of the legal documents that carry it, sorted. */
  readonly documents: readonly string[];
}

export interface PlanHeader {
  readonly name: string;
  readonly unit: string;
  readonly coAgencies: readonly string[];
  readonly reviewOn: LegalDate | null;
  readonly deadline: LegalDate | null;
}

/** What a document last told this plan. */
export interface LinkedDocument {
  /** The document's event number the news is of; older news arriving later is ignored. */
  readonly seq: number;
  readonly phase: DocumentPhase;
  readonly steps: readonly { readonly key: StepKey; readonly dueOn: LegalDate | null }[];
  readonly inForceOn: LegalDate | null;
  /** Procedures of this plan whose evidence in that document is complete. */
  readonly evidenced: readonly string[];
}

/** The fold of a plan's events. Plain JSON: it is carried across continue-as-new and stored as a row. */
export interface PlanState {
  readonly kind: 'plan';
  readonly schemaVersion: 1;
  readonly rulesVersion: 1;
  readonly code: string;
  readonly programme: string;
  readonly year: number;
  readonly leadAgency: string;
  /** Agencies it stood under before the work of one went to another; absent where there was none. */
  readonly formerAgencies?: readonly string[];
  readonly approvalLevel: ApprovalLevel;
  readonly header: PlanHeader;
  /** The first deadline ever set; never erased by later changes. */
  readonly firstDeadline: LegalDate | null;
  readonly chain: Chain;
  readonly calendar: WorkingCalendar;
  readonly phase: PlanPhase;
  /** Raised by people's commands only: what a client compares with `expectedVersion`. */
  readonly version: number;
  /** Number of the last event. */
  readonly seq: number;
  readonly createdBy: PersonRef;
  /** Ids of everyone who drafted or edited the content: none of them may decide on it. */
  readonly editors: readonly string[];
  /** Hash of the content row. */
  readonly content: Hash;
  readonly measures: readonly PlanMeasure[];
  /** The step of its main lane: the furthest, or null once some procedure has passed the chain. */
  readonly step: OpenStep | null;
  /** Lanes behind the main one, each with its procedures; absent while there are none. */
  readonly aside?: readonly Lane[];
  readonly finishedSteps: readonly FinishedStep[];
  readonly approvals: readonly Approval[];
  readonly documents: Readonly<Record<string, LinkedDocument>>;
  /** Where it comes from, when it was split off another plan. */
  readonly splitFrom?: SplitFrom;
  /** Plans split off this one, oldest first. */
  readonly splitInto?: readonly SplitInto[];
  /** While a plan that was done is open again: the measures of its last approval, by which procedures count. */
  readonly inForce?: readonly PlanMeasure[];
  /** Number of the event that reopened it: its documents answer once to that how they stand. */
  readonly asksSince?: number;
  /** What checks saw last of procedures they have remarks on; absent until the first. */
  readonly lastSeen?: SeenByChecks;
  /** Remarks at its lines, in the order they were made; absent until the first. */
  readonly remarks?: readonly Remark[];
  /** Absent until the first file is attached. */
  readonly files?: readonly KeptFile[];
  /** Changes of its dates and reasons for missed ones; absent until there are any. */
  readonly dates?: DateBook;
}

/** The dates the plan's clocks hang on. */
export const clockDates = (header: PlanState['header']): ClockDates => ({
  reviewOn: header.reviewOn ?? header.deadline,
  plannedSigningOn: null,
  inForceOn: null,
});

/**
 * The hash an approval belongs to: content and links together, so that linking another document
 * is as visible to an approver as another word in the text.
 */
export function planContentHash(state: Pick<PlanState, 'content' | 'measures'>): Hash {
  const links = state.measures.map(({ procedureCode, documents }) => ({
    procedureCode,
    documents: [...documents],
  }));
  return hashOf({ content: state.content, links });
}

export function linkedDocumentCodes(state: Pick<PlanState, 'measures'>): string[] {
  return [...new Set(state.measures.flatMap((measure) => measure.documents))].sort();
}

/** Whether every document of the measure has complete evidence for its procedure. */
export function isEvidenced(state: Pick<PlanState, 'documents'>, measure: PlanMeasure): boolean {
  return (
    measure.documents.length > 0 &&
    measure.documents.every(
      (code) => state.documents[code]?.evidenced.includes(measure.procedureCode) ?? false,
    )
  );
}
