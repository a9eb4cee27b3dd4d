/**
 * The words of the field as closed lists. What people read on screen lives in the language files;
 * these are the codes everything else is keyed by.
 */
export const ROLES = ['supervisor', 'programme-office', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Work is routed by function, never by a named agency: agencies merge, functions move. */
export const FUNCTIONS = [
  'drafter',
  'procedure-control',
  'minister',
  'legal-department',
  'appraisal',
  'verification',
  'government',
  'prime-minister',
  'national-assembly',
  'public-display',
] as const;
export type FunctionCode = (typeof FUNCTIONS)[number];

export const MEASURES = [
  'abolish',
  'amend',
  'replace',
  'merge',
  'cut-papers',
  'replace-papers-by-data',
  'put-online',
  'decentralise',
] as const;
export type MeasureKind = (typeof MEASURES)[number];

export const LEVELS = ['central', 'province', 'district', 'commune'] as const;
export type Level = (typeof LEVELS)[number];
/** Local government has had no districts since 1 July 2025 (Law 72/2025/QH15). */
export const LAST_DAY_OF_DISTRICTS = '2025-06-30';
/** The levels that decide on procedures on a day. */
export const levelsOn = (day: string): readonly Level[] =>
  day > LAST_DAY_OF_DISTRICTS ? LEVELS.filter((level) => level !== 'district') : LEVELS;

export const DOCUMENT_TYPES = ['law', 'decree', 'pm-decision', 'circular'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const PLAN_PHASES = [
  'drafting',
  'submitted',
  'returned',
  'approved',
  'carrying-out',
  'done',
  'refused',
  'withdrawn',
] as const;
export type PlanPhase = (typeof PLAN_PHASES)[number];

/** A document waits until a plan linked to it is approved; the rest are the words of a plan. */
export const DOCUMENT_PHASES = ['waiting', ...PLAN_PHASES] as const;
export type DocumentPhase = (typeof DOCUMENT_PHASES)[number];

export const CLOSED_PHASES = ['done', 'refused', 'withdrawn'] as const;
export const isClosed = (phase: DocumentPhase): boolean =>
  (CLOSED_PHASES as readonly string[]).includes(phase);

/** Who must approve a plan at step 3: the minister, or above when it goes beyond the ministry's power. */
export const APPROVAL_LEVELS = ['minister', 'prime-minister', 'government'] as const;
export type ApprovalLevel = (typeof APPROVAL_LEVELS)[number];

export const PLAN_STEPS = ['review', 'quality-check', 'plan-approval'] as const;
export const DOCUMENT_STEPS = [
  'draft',
  'appraisal',
  'respond',
  'verification',
  'promulgate',
  'draft-announcement',
  'sign-announcement',
  'national-database',
  'public-display',
] as const;
/** Steps of the official procedure: screens, evidence and counting know what each of them means. */
export type OfficialStepKey = (typeof PLAN_STEPS)[number] | (typeof DOCUMENT_STEPS)[number];
/** A check somebody added to a chain: `own-`, the chain's id, and what its Vietnamese name made. */
export type OwnPlanStepKey = `own-plan-${string}`;
export type OwnDocumentStepKey = `own-document-${string}`;
export type OwnStepKey = OwnPlanStepKey | OwnDocumentStepKey;
export type PlanStepKey = (typeof PLAN_STEPS)[number] | OwnPlanStepKey;
export type DocumentStepKey = (typeof DOCUMENT_STEPS)[number] | OwnDocumentStepKey;
export type StepKey = PlanStepKey | DocumentStepKey;
export const isOwnStep = (key: string): key is OwnStepKey => key.startsWith('own-');

/** What people act on; a delegation may be for one of them alone. */
export const SUBJECTS = ['plan', 'document'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const subjectOf = (step: StepKey): Subject =>
  step.startsWith('own-plan-') || (PLAN_STEPS as readonly string[]).includes(step) ? 'plan' : 'document';

/** KT. (ký thay): a deputy signs for the head. TL. (thừa lệnh): the head of a unit signs by order. */
export const DELEGATION_FORMS = ['KT', 'TL'] as const;
export type DelegationForm = (typeof DELEGATION_FORMS)[number];

export const STEP_TIMINGS = ['in-time', 'due-soon', 'overdue'] as const;
export type StepTiming = (typeof STEP_TIMINGS)[number];

/** Makes a `switch` over a closed list fail to compile when a case is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}
