import type {
  DocumentStepKey,
  DocumentType,
  MeasureKind,
  PlanPhase,
  PlanStepKey,
} from '@tinhgon/rules/vocabulary';
import type { ProcedureContent } from '@tinhgon/rules/content';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';

/** Lines of the import files, by the codes of their columns. */
export interface ProcedureLine {
  code: string;
  nameVi: string;
  nameEn: string;
  field: string;
  level: string;
  users: string;
  ministry: string;
  ministryFrom?: string;
}
export interface BaselineLine {
  programme: string;
  date: string;
  reason: string;
  procedureCode: string;
}
export interface DocumentLine {
  code: string;
  type: DocumentType;
  shortened?: boolean;
  title: string;
  summary?: string;
  articles?: string[];
  programme: string;
  leadAgency: string;
  number?: string;
  signedOn?: string;
  inForceOn?: string;
  plannedSigningOn?: string;
  plannedInForceOn?: string;
  step?: DocumentStepKey;
  stepSince?: string;
  drafter?: string;
}
export interface EvidenceLine {
  documentCode: string;
  procedureCode: string;
  measure: MeasureKind;
  planCode: string;
  announcementNumber: string;
  announcedOn: string;
  databaseReference: string;
  enteredOn: string;
  displayedOn: string;
}
export interface MeasureLine {
  procedureCode: string;
  measure: MeasureKind;
  otherMeasures?: MeasureKind[];
  documents: string[];
  current?: ProcedureContent;
  proposed?: ProcedureContent;
  cost?: CostSheet;
  note?: string;
}
export interface PlanLine {
  code: string;
  programme: string;
  year: number;
  name: string;
  leadAgency: string;
  coAgencies?: string[];
  unit?: string;
  grounds?: string;
  targets?: string;
  reviewOn?: string;
  deadline?: string;
  approvalLevel?: 'minister' | 'prime-minister' | 'government';
  phase: PlanPhase;
  step?: PlanStepKey;
  stepSince?: string;
  approvedOn?: string;
  drafter?: string;
  measures: MeasureLine[];
}
