import type { DocumentContent, PlanContent, ProcedureContent } from '@tinhgon/rules/content';
import type { LegalDate } from '@tinhgon/rules/days';
import type { Agency, ProcedureInput } from '@tinhgon/rules/views/catalogue';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type {
  ApprovalLevel,
  DocumentStepKey,
  DocumentType,
  MeasureKind,
  PlanPhase,
  PlanStepKey,
} from '@tinhgon/rules/vocabulary';

/**
 * What an import file says once it has been read and checked: codes are known, dates exist, no row stands
 * twice. `commitImport` writes these in one transaction.
 *
 * `recordedOn` dates the record of what was published long ago: it was known then, not since the import.
 */
export interface ImportRows {
  readonly ministries: Agency;
  readonly procedures: ProcedureRow;
  readonly documents: DocumentRow;
  readonly evidence: EvidenceRow;
  readonly plans: PlanRow;
  readonly baselines: BaselineRow;
}
export type ImportRow<K extends ImportKind = ImportKind> = ImportRows[K];

/** The same code may stand in several rows with different `ministryFrom`: it moved from ministry to ministry. */
export interface ProcedureRow extends ProcedureInput {
  /** What it asks of a citizen today; null leaves what is stored as it is. */
  readonly current: ProcedureContent | null;
}

export interface DocumentRow {
  readonly code: string;
  readonly type: DocumentType;
  readonly shortened: boolean;
  readonly programme: string;
  readonly leadAgency: string;
  /** Everything people write: title, articles, planned dates. */
  readonly content: DocumentContent;
  /** With `signedOn` and `inForceOn`: the document is promulgated; all three or none. */
  readonly number: string | null;
  readonly signedOn: LegalDate | null;
  readonly inForceOn: LegalDate | null;
  /**
   * The step an open document stands at, since when and until when. Null: it waits for a plan, or, when it is
   * promulgated, it is closed and the evidence file says for which procedures.
   */
  readonly step: DocumentStepKey | null;
  readonly stepSince: LegalDate | null;
  /** Null: as the chain's clock says. */
  readonly dueOn: LegalDate | null;
  /** Id of the person who drafted it (four eyes); the importer when null. */
  readonly drafter: string | null;
  readonly recordedOn: LegalDate | null;
}

/** The evidence of one procedure in one promulgated document. Dates are given as far as they are known. */
export interface EvidenceRow {
  readonly documentCode: string;
  readonly procedureCode: string;
  readonly measure: MeasureKind;
  /** The plan the measure belongs to; null where no plan was kept. */
  readonly planCode: string | null;
  readonly announcementNumber: string;
  readonly announcedOn: LegalDate;
  readonly databaseReference: string | null;
  readonly enteredOn: LegalDate | null;
  readonly displayedOn: LegalDate | null;
  readonly recordedOn: LegalDate | null;
}

export interface PlanMeasureRow {
  readonly procedureCode: string;
  readonly measure: MeasureKind;
  readonly otherMeasures: readonly MeasureKind[];
  readonly documents: readonly string[];
  readonly current: ProcedureContent | null;
  readonly proposed: ProcedureContent | null;
  readonly note: string;
}

export interface PlanRow {
  readonly code: string;
  readonly programme: string;
  readonly year: number;
  readonly leadAgency: string;
  readonly approvalLevel: ApprovalLevel;
  readonly header: Omit<PlanContent, 'measures'>;
  /**
   * An open plan at one of its steps (`drafting`, `submitted`, `returned`), or past them (`approved`,
   * `carrying-out`), or ended (`done`, `refused`, `withdrawn`).
   */
  readonly phase: PlanPhase;
  readonly step: PlanStepKey | null;
  readonly stepSince: LegalDate | null;
  readonly dueOn: LegalDate | null;
  readonly drafter: string | null;
  readonly recordedOn: LegalDate | null;
  readonly measures: readonly PlanMeasureRow[];
}

/** One member of a dated set; all rows of one programme and date are one baseline. */
export interface BaselineRow {
  readonly programme: string;
  readonly date: LegalDate;
  readonly reason: string;
  readonly procedureCode: string;
  readonly recordedOn: LegalDate | null;
}
