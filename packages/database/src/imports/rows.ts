import type { CalendarDay } from '@tinhgon/rules/calendar-version';
import type { LegalDate } from '@tinhgon/rules/days';
import type { ProcedureContent } from '@tinhgon/rules/content';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import type { Agency, DecisionPaper, ProcedureInput } from '@tinhgon/rules/views/catalogue';
import type { IndicatorEntry } from '@tinhgon/rules/indicator/indicator';
import type { ProgrammeTask } from '@tinhgon/rules/programme-task/task';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type {
  ApprovalLevel,
  DocumentStepKey,
  DocumentType,
  MeasureKind,
  PlanStepKey,
} from '@tinhgon/rules/vocabulary';

/**
 * Rows of import files after parsing and checking: codes exist or stand in the same file, dates are legal dates,
 * texts are NFC. `commitImport` takes them as they are.
 */
export type MinistryRow = Agency;
export type ProcedureRow = ProcedureInput;

/** One member of a baseline; rows of the same programme and date make one set. */
export interface BaselineRow {
  programme: string;
  date: LegalDate;
  reason: string;
  decision?: DecisionPaper;
  procedureCode: string;
}

/**
 * A legal document. Without `step` it is of the past: finished when it was signed (`number`, `signedOn`,
 * `inForceOn`), else waiting for a plan. With `step` it is open there: from step 8 of the chain on, the steps
 * after promulgation need its number and dates.
 */
export interface DocumentRow {
  code: string;
  type: DocumentType;
  shortened: boolean;
  title: string;
  programme: string;
  leadAgency: string;
  number?: string;
  signedOn?: LegalDate;
  inForceOn?: LegalDate;
  plannedSigningOn?: LegalDate;
  plannedInForceOn?: LegalDate;
  step?: DocumentStepKey;
  /** Day on which the open step began; the day of the import when left out. */
  stepSince?: LegalDate;
  /** Due day of the open step where it is another than the chain's clock gives. */
  dueOn?: LegalDate;
  summary?: string;
  articles?: string[];
  /** Person who drafted it: may not decide on it. The one who imports when left out. */
  drafter?: string;
}

/** Announcement and database entry of one procedure in one document, and its display where it was shown. */
export interface EvidenceRow {
  documentCode: string;
  procedureCode: string;
  measure: MeasureKind;
  planCode?: string;
  announcementNumber: string;
  announcedOn: LegalDate;
  databaseReference: string;
  enteredOn: LegalDate;
  displayedOn?: LegalDate;
}

export interface PlanMeasureRow {
  procedureCode: string;
  measure: MeasureKind;
  otherMeasures?: MeasureKind[];
  documents: string[];
  current?: ProcedureContent;
  proposed?: ProcedureContent;
  cost?: CostSheet;
  note?: string;
}

/**
 * A plan. `step` says where it is open; without it `phase` says how it stands: `carrying-out` waits for its
 * documents, the others are closed.
 */
export interface PlanRow {
  code: string;
  programme: string;
  year: number;
  name: string;
  leadAgency: string;
  coAgencies: string[];
  deadline?: LegalDate;
  reviewOn?: LegalDate;
  unit?: string;
  grounds?: string;
  targets?: string;
  approvalLevel?: ApprovalLevel;
  phase:
    | 'drafting'
    | 'submitted'
    | 'returned'
    | 'approved'
    | 'carrying-out'
    | 'done'
    | 'refused'
    | 'withdrawn';
  step?: PlanStepKey;
  stepSince?: LegalDate;
  dueOn?: LegalDate;
  /** Day of approval of a plan that is approved or past it; from then on its links are on record. */
  approvedOn?: LegalDate;
  /** Person who drafted it: may not decide on it. The one who imports when left out. */
  drafter?: string;
  measures: PlanMeasureRow[];
}

/** `reason` is empty where the file has none: one that changes what is on record needs it. */
export type IndicatorFigureRow = Omit<IndicatorEntry, 'version'> & { readonly reason: string };
export type ProgrammeTaskRow = Omit<ProgrammeTask, 'version' | 'removed'> & { readonly reason: string };

export interface ImportRows {
  ministries: MinistryRow;
  procedures: ProcedureRow;
  baselines: BaselineRow;
  documents: DocumentRow;
  evidence: EvidenceRow;
  plans: PlanRow;
  calendar: CalendarDay;
  'indicator-figures': IndicatorFigureRow;
  'programme-tasks': ProgrammeTaskRow;
}

/** Rows of one kind, in the order of the file. */
export type RowsOf<Kind extends ImportKind> = readonly ImportRows[Kind][];
