/** The lines of a procedure's content that a remark may stand at, in the order screens show them. */
export const PROCEDURE_FIELDS = [
  'papers',
  'timeLimit',
  'fee',
  'modes',
  'level',
  'forms',
  'steps',
  'conditions',
  'result',
  'legalBasis',
] as const;
export type ProcedureField = (typeof PROCEDURE_FIELDS)[number];

/** The same for a document's own text. */
export const DOCUMENT_FIELDS = [
  'title',
  'plannedSigningOn',
  'plannedInForceOn',
  'articles',
  'summary',
  'impact',
  'responses',
  'announcement',
] as const;
export type DocumentField = (typeof DOCUMENT_FIELDS)[number];

/** Commands that only say something: they change nothing an approver looks at, and no version. */
export const TALK = ['comment', 'remark', 'answerRemark', 'resolveRemark', 'reopenRemark'] as const;
export type Talk = (typeof TALK)[number];
export const isTalk = (type: string): type is Talk => (TALK as readonly string[]).includes(type);
