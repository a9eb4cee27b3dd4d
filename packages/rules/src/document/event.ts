import type { AgencyMovedFacts } from '../agency-move.ts';
import type { DateEventBody } from '../dates/event.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { PersonRef } from '../person.ts';
import type { ConsultationEventBody } from '../consultation/event.ts';
import type { FileEventBody } from '../files/file.ts';
import type { Hash } from '../hash.ts';
import type { PlanLinkNews } from '../messages.ts';
import type { EventEnvelope } from '../plan/event.ts';
import type { RemarkEventBody } from '../remark/event.ts';
import type { OpenStep } from '../step.ts';
import type { DocumentPhase, StepKey, StepTiming } from '../vocabulary.ts';
import type { DocumentFacts } from './command.ts';
import type { VoidedDocumentApproval } from './material.ts';
import type { Correction, DocumentState, Evidence } from './state.ts';

/** Steps and phase after the event, decided when it happened. */
export interface Flow {
  readonly steps: readonly OpenStep[];
  readonly phase: DocumentPhase;
}

export type DocumentEventBody =
  | RemarkEventBody
  | { readonly type: 'documentStarted'; readonly state: Omit<DocumentState, 'seq' | 'version'> }
  | { readonly type: 'documentImported'; readonly state: Omit<DocumentState, 'seq' | 'version'> }
  | { readonly type: 'planLinked'; readonly news: PlanLinkNews; readonly flow: Flow }
  | { readonly type: 'contentSaved'; readonly facts: DocumentFacts; readonly flow: Flow }
  | {
      readonly type: 'submitted';
      readonly step: StepKey;
      readonly flow: Flow;
      readonly note?: string;
      /** Approvals that no longer stand, because something material changed after them. */
      readonly voided?: readonly VoidedDocumentApproval[];
    }
  | {
      readonly type: 'replanned';
      readonly chain?: Chain;
      readonly calendar?: WorkingCalendar;
      readonly flow: Flow;
    }
  | {
      readonly type: 'approved';
      readonly step: StepKey;
      readonly contentHash: Hash;
      readonly flow: Flow;
      readonly decisionNumber?: string;
      readonly note?: string;
      /** Remarks of the check that it settles with it: the change was the answer to them. */
      readonly confirms?: readonly string[];
      /** The check's own remarks are not settled: what it saw is kept. */
      readonly keeps?: true;
    }
  | {
      readonly type: 'returned';
      readonly step: StepKey;
      readonly flow: Flow;
      readonly reason: string;
      /** As in `approved`. */
      readonly keeps?: true;
    }
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
  | { readonly type: 'commented'; readonly text: string; readonly procedureCode?: string }
  | {
      readonly type: 'evidenceRecorded';
      readonly step: StepKey;
      readonly evidence: Evidence;
      /** What the signer saw, where the evidence is a signature (promulgation, announcement). */
      readonly contentHash?: Hash;
      readonly flow: Flow;
    }
  | FileEventBody
  | ConsultationEventBody
  | { readonly type: 'correctionAsked'; readonly correction: Correction }
  | {
      readonly type: 'correctionConfirmed';
      readonly correctionId: string;
      readonly evidence: Evidence;
      readonly replaces: string;
      readonly flow: Flow;
    }
  | { readonly type: 'correctionRefused'; readonly correctionId: string }
  | AgencyMovedFacts
  | DateEventBody
  | { readonly type: 'stepTimingChanged'; readonly step: StepKey; readonly timing: StepTiming };

export type DocumentEvent = DocumentEventBody & EventEnvelope;
