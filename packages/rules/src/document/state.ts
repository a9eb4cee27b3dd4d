import type { PersonRef } from '../person.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { SeenByChecks } from '../confirming/last-seen.ts';
import type { DateBook } from '../dates/book.ts';
import type { Consultation } from '../consultation/state.ts';
import type { Instant, LegalDate } from '../day.ts';
import type { KeptFile } from '../files/file.ts';
import { type Hash, hashOf } from '../hash.ts';
import type { Remark } from '../remark/state.ts';
import type { Approval, FinishedStep, OpenStep } from '../step.ts';
import type { DocumentPhase, DocumentType, MeasureKind } from '../vocabulary.ts';

export interface DocumentHeader {
  readonly title: string;
  readonly plannedSigningOn: LegalDate | null;
  readonly plannedInForceOn: LegalDate | null;
}

export interface LinkedMeasure {
  readonly procedureCode: string;
  readonly measure: MeasureKind;
  readonly hash: Hash;
  /** Hash of what is material in it, where it is told apart. */
  readonly material?: Hash;
}

/** What one plan asks of this document, as the plan last said. */
export interface PlanLink {
  readonly seq: number;
  readonly approved: boolean;
  readonly measures: readonly LinkedMeasure[];
  /** The plan these measures were first approved in, where they were split off it. */
  readonly origin?: string;
  /** The event by which the plan was approved or reopened, to which this document has answered. */
  readonly asksSince?: number;
  /** Editors of the plan: none of them may decide on the document that carries their measures. */
  readonly editors: readonly string[];
}

interface EvidenceBase {
  /** Unique within the document: `E` and the number of the event that recorded it. */
  readonly id: string;
  readonly recordedBy: PersonRef;
  readonly recordedAt: Instant;
}

/** The document was signed and comes into force; covers every procedure linked to it. */
export interface Promulgation extends EvidenceBase {
  readonly kind: 'promulgation';
  readonly number: string;
  readonly signedOn: LegalDate;
  readonly inForceOn: LegalDate;
}
export interface Announcement extends EvidenceBase {
  readonly kind: 'announcement';
  readonly decisionNumber: string;
  readonly signedOn: LegalDate;
  readonly procedureCodes: readonly string[];
}
export interface DatabaseEntry extends EvidenceBase {
  readonly kind: 'database-entry';
  readonly reference: string;
  readonly enteredOn: LegalDate;
  readonly procedureCodes: readonly string[];
}
export interface Display extends EvidenceBase {
  readonly kind: 'display';
  readonly place: string;
  readonly displayedOn: LegalDate;
  readonly procedureCodes: readonly string[];
}
export type Evidence = Promulgation | Announcement | DatabaseEntry | Display;
export type EvidenceKind = Evidence['kind'];

/** New values for wrong evidence: asked for by one person with a reason, confirmed by another. */
export interface Correction {
  readonly id: string;
  readonly evidenceId: string;
  readonly number?: string;
  readonly date?: LegalDate;
  readonly inForceOn?: LegalDate;
  readonly procedureCodes?: readonly string[];
  readonly reason: string;
  readonly askedBy: PersonRef;
  readonly askedAt: Instant;
}

/** The fold of a document's events. */
export interface DocumentState {
  readonly kind: 'document';
  readonly schemaVersion: 1;
  readonly rulesVersion: 1;
  readonly code: string;
  readonly type: DocumentType;
  readonly shortened: boolean;
  readonly programme: string;
  readonly leadAgency: string;
  /** Agencies it stood under before the work of one went to another; absent where there was none. */
  readonly formerAgencies?: readonly string[];
  readonly header: DocumentHeader;
  /** First in-force date ever planned; never erased by later changes. */
  readonly firstPlannedInForceOn: LegalDate | null;
  readonly chain: Chain;
  readonly calendar: WorkingCalendar;
  readonly phase: DocumentPhase;
  readonly version: number;
  readonly seq: number;
  readonly createdBy: PersonRef;
  readonly editors: readonly string[];
  readonly content: Hash;
  /** Hash of what is material in the content; absent in what was begun before it was kept. */
  readonly material?: Hash;
  /** Digest of its articles; absent in what was saved before it was kept. */
  readonly articles?: string;
  /** A digest of each of them, likewise. */
  readonly articleList?: readonly string[];
  /** By plan code. */
  readonly links: Readonly<Record<string, PlanLink>>;
  /** In the order of the chain; steps 10–12 may be open side by side. */
  readonly steps: readonly OpenStep[];
  readonly finishedSteps: readonly FinishedStep[];
  readonly approvals: readonly Approval[];
  readonly promulgation: Promulgation | null;
  readonly announcements: readonly Announcement[];
  readonly databaseEntries: readonly DatabaseEntry[];
  readonly displays: readonly Display[];
  readonly corrections: readonly Correction[];
  /** Absent while nobody was asked. */
  readonly consultations?: readonly Consultation[];
  /** What checks saw last while they had remarks on it; absent until the first. */
  readonly lastSeen?: SeenByChecks;
  /** Remarks at its lines, in the order they were made; absent until the first. */
  readonly remarks?: readonly Remark[];
  /** Absent until the first file is attached. */
  readonly files?: readonly KeptFile[];
  /** Changes of its dates and reasons for missed ones; absent until there are any. */
  readonly dates?: DateBook;
}

/** The hash an approval belongs to: the document's own content and that of every measure linked to it. */
export function documentContentHash(state: Pick<DocumentState, 'content' | 'links'>): Hash {
  const measures = Object.entries(state.links).flatMap(([plan, link]) =>
    link.measures.map(({ procedureCode, hash }) => `${link.origin ?? plan}/${procedureCode}/${hash}`),
  );
  // A plan's split changes nothing that was approved: while the document has heard from one of the two only, a
  // measure may stand here twice.
  return hashOf({ content: state.content, measures: [...new Set(measures)].sort() });
}

/**
 * Hash of what a check must have seen: title and articles, and every measure linked. A change of it after the
 * appraisal asks the appraisal again; answers to comments do not.
 */
export function materialHash(state: Pick<DocumentState, 'material' | 'content' | 'links'>): Hash {
  const links = Object.entries(state.links).map(([plan, link]) => {
    const measures = link.measures.map((one) => ({ ...one, hash: one.material ?? one.hash }));
    return [plan, { ...link, measures }] as const;
  });
  return documentContentHash({ content: state.material ?? state.content, links: Object.fromEntries(links) });
}

/** Whether something material has changed since the appraisal approved it; false while none is on record. */
export function isUnappraised(
  state: Pick<DocumentState, 'approvals' | 'material' | 'content' | 'links'>,
): boolean {
  const last = state.approvals.findLast((approval) => approval.step === 'appraisal');
  if (last?.voidedAt !== undefined) return true;
  return last?.material !== undefined && last.material !== materialHash(state);
}

/** Everyone who drafted or edited the document or a measure linked to it. */
export function allEditors(state: Pick<DocumentState, 'editors' | 'links'>): string[] {
  return [...new Set([...state.editors, ...Object.values(state.links).flatMap((link) => link.editors)])];
}

export function evidenceOf(state: DocumentState): readonly Evidence[] {
  return [
    ...(state.promulgation ? [state.promulgation] : []),
    ...state.announcements,
    ...state.databaseEntries,
    ...state.displays,
  ];
}
