import type { AgencyMovedFacts } from '../agency-move.ts';
import type { DateEventBody } from '../dates/event.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { PersonRef, Represented } from '../person.ts';
import type { Instant } from '../day.ts';
import type { FileEventBody } from '../files/file.ts';
import type { Hash } from '../hash.ts';
import type { Receipt } from '../receipt/statement.ts';
import type { RemarkEventBody } from '../remark/event.ts';
import type { OpenStep } from '../step.ts';
import type { PlanPhase, StepKey, StepTiming } from '../vocabulary.ts';
import type { PlanFacts } from './command.ts';
import type { Lane } from './lanes.ts';
import type { VoidedApproval } from './material.ts';
import type { LinkedDocument, PlanState } from './state.ts';

/** What every event carries besides its own facts. `seq` counts a subject's events from 1. */
export interface EventEnvelope {
  readonly seq: number;
  /** The subject's version after this event. */
  readonly version: number;
  readonly at: Instant;
  readonly actor: PersonRef;
  /** In whose name it was done, where the right to it was delegated. */
  readonly onBehalfOf?: Represented;
  readonly commandId?: string;
  /** Hash of the command that made it, so that a repetition is known for one as long as there is a record. */
  readonly fingerprint?: string;
  /** What the API signed of the command; on the first of the person's events it made. */
  readonly receipt?: Receipt;
}

/** What an event says of lanes; all absent while the plan is one. */
interface LanesAfter {
  /** Lanes aside of the main step after the event; absent: there are none. */
  readonly aside?: readonly Lane[];
  /** The procedures it is about; absent: all. */
  readonly procedureCodes?: readonly string[];
  /** Steps they went to, in the order of the chain. */
  readonly opened?: readonly StepKey[];
}

/**
 * Facts about a plan. An event holds all that follows from it (the step that opened, the phase reached),
 * so that folding needs no rules and old events mean the same under newer rules.
 */
export type PlanEventBody =
  | RemarkEventBody
  | { readonly type: 'planStarted'; readonly state: Omit<PlanState, 'seq' | 'version'> }
  | { readonly type: 'planImported'; readonly state: Omit<PlanState, 'seq' | 'version'> }
  | ({
      readonly type: 'contentSaved';
      readonly facts: PlanFacts;
      /** Of the main step, which they are about. */
      readonly dueOn: OpenStep['dueOn'];
      readonly timing: StepTiming;
    } & LanesAfter)
  | {
      readonly type: 'documentLinked';
      readonly documentCode: string;
      readonly procedureCodes: readonly string[];
    }
  | {
      readonly type: 'documentUnlinked';
      readonly documentCode: string;
      readonly procedureCodes: readonly string[];
    }
  | ({
      readonly type: 'submitted';
      readonly step: StepKey;
      readonly next: OpenStep | null;
      readonly phase: PlanPhase;
      readonly note?: string;
      /** Approvals that no longer stand, because something material changed after them. */
      readonly voided?: readonly VoidedApproval[];
    } & LanesAfter)
  | ({
      readonly type: 'approved';
      readonly step: StepKey;
      readonly contentHash: Hash;
      readonly next: OpenStep | null;
      readonly phase: PlanPhase;
      readonly decisionNumber?: string;
      readonly note?: string;
      /** Remarks of the check that it settles with it: the change was the answer to them. */
      readonly confirms?: readonly string[];
      /** Procedures on which the check's own remarks are not settled: what it saw of them is kept. */
      readonly keeps?: readonly string[];
    } & LanesAfter)
  | ({
      readonly type: 'returned';
      readonly step: StepKey;
      readonly next: OpenStep | null;
      readonly reason: string;
      /** `returned` where it is absent. */
      readonly phase?: PlanPhase;
      /** As in `approved`. */
      readonly keeps?: readonly string[];
    } & LanesAfter)
  | { readonly type: 'refused'; readonly step: StepKey; readonly reason: string }
  | { readonly type: 'withdrawn'; readonly reason: string }
  | { readonly type: 'stepClaimed'; readonly step: StepKey }
  | { readonly type: 'stepReleased'; readonly step: StepKey }
  | {
      readonly type: 'stepReassigned';
      readonly step: StepKey;
      readonly to: PersonRef;
      readonly reason?: string;
    }
  | {
      readonly type: 'replanned';
      readonly chain?: Chain;
      readonly calendar?: WorkingCalendar;
      /** The open steps under the new terms. */
      readonly steps: readonly OpenStep[];
    }
  | { readonly type: 'commented'; readonly text: string; readonly procedureCode?: string }
  | {
      readonly type: 'documentProgressed';
      readonly documentCode: string;
      readonly news: LinkedDocument;
      readonly phase: PlanPhase;
    }
  | FileEventBody
  | AgencyMovedFacts
  | { readonly type: 'completed' }
  | DateEventBody
  | {
      readonly type: 'split';
      /** Code of the plan that began with it, and what it began with. */
      readonly into: string;
      readonly state: Omit<PlanState, 'seq' | 'version'>;
      /** Content row of what stays. */
      readonly content: Hash;
      readonly procedureCodes: readonly string[];
      /** Whether it was an act of drafting. */
      readonly drafted: boolean;
    }
  | { readonly type: 'planSplitOff'; readonly state: Omit<PlanState, 'seq' | 'version'> }
  | {
      readonly type: 'reopened';
      readonly next: OpenStep;
      readonly phase: PlanPhase;
      readonly reason: string;
      /** No approval of before stands: it was taken back after it was approved. */
      readonly anew?: boolean;
      /** What documents told before it was closed no longer holds; they are asked. */
      readonly evidenceAnew?: true;
    }
  | { readonly type: 'stepTimingChanged'; readonly step: StepKey; readonly timing: StepTiming };

export type PlanEvent = PlanEventBody & EventEnvelope;
