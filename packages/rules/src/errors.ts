/**
 * Every reason the system may give for saying no, with its HTTP status. The sentence for people is in the
 * language files under the same code; outside clients rely on the codes.
 */
export const ERROR_STATUS = {
  INVALID_INPUT: 400,
  INVALID_DATE: 400,
  DATE_OUT_OF_RANGE: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  FOREIGN_ORIGIN: 403,
  NOT_YOUR_STEP: 403,
  NOT_CONSULTED: 403,
  FOUR_EYES: 403,
  NOT_YOUR_REMARK: 403,
  NOT_YOUR_AGENCY: 403,
  NOT_ASKED: 403,
  OWN_AGENCY: 403,
  NOT_FOUND: 404,
  STALE_VERSION: 409,
  CONTENT_CHANGED: 409,
  STEP_NOT_OPEN: 409,
  HELD_BY_OTHER: 409,
  NOT_HELD: 409,
  ALREADY_RECORDED: 409,
  ALREADY_LINKED: 409,
  CODE_TAKEN: 409,
  COMMAND_ID_REUSED: 409,
  SUBJECT_CLOSED: 409,
  SUBJECT_OPEN: 409,
  CORRECTION_PENDING: 409,
  REMARK_UNANSWERED: 409,
  REMARK_RESOLVED: 409,
  REMARK_OPEN: 409,
  PARTLY_APPROVED: 409,
  NOTHING_TO_MOVE: 409,
  OPERATION_ENDED: 409,
  OPERATION_PAUSED: 409,
  OPERATION_NOT_PAUSED: 409,
  NOTHING_FAILED: 409,
  ALREADY_ASKED: 409,
  DELEGATION_OVERLAPS: 409,
  DELEGATION_ENDED: 409,
  DATE_REQUEST_PENDING: 409,
  DATE_STILL_FREE: 409,
  DATE_SETTLED: 409,
  ANSWER_PENDING: 409,
  NOT_ANSWERED: 409,
  NOBODY_TO_REMIND: 409,
  FINDINGS_OPEN: 409,
  OPERATION_NOT_ENDED: 409,
  OPERATION_UNDONE: 409,
  ALREADY_SIGNED: 409,
  PROPOSAL_DECIDED: 409,
  BASELINE_MOVED: 409,
  TOO_LARGE: 413,
  UNSUPPORTED_FILE: 415,
  POINTS_UNANSWERED: 422,
  INCOMPLETE_PLAN: 422,
  INCOMPLETE_DOCUMENT: 422,
  REASON_REQUIRED: 422,
  NOTHING_LEFT: 422,
  INVALID_RETURN_STEP: 422,
  NOT_RETURNED: 422,
  CHAIN_BROKEN: 422,
  CHAIN_LACKS_STEP: 422,
  INVALID_ASSIGNEE: 422,
  INVALID_SUBSTITUTE: 422,
  NOTHING_TO_DELEGATE: 422,
  NO_HOLDER_LEFT: 422,
  LEAVING_UNDERWAY: 409,
  UNKNOWN_AGENCY: 422,
  AGENCY_ENDED: 422,
  LEVEL_ENDED: 422,
  UNKNOWN_PROCEDURE: 422,
  UNKNOWN_DOCUMENT: 422,
  DOCUMENT_CLOSED: 422,
  UNKNOWN_PROGRAMME: 422,
  UNKNOWN_PERSON: 422,
  UNKNOWN_EVIDENCE: 422,
  UNKNOWN_REMARK: 422,
  NOT_CONFIRMABLE: 422,
  UNKNOWN_CAMPAIGN: 422,
  UNKNOWN_PLAN: 422,
  UNKNOWN_FINDING: 422,
  INVALID_INSPECTOR: 422,
  AGENCY_OUTSIDE_PLAN: 422,
  NOT_LINKED: 422,
  TOO_MANY_FILES: 422,
  NOT_ANNOUNCED: 422,
  NOT_IN_DATABASE: 422,
  DATE_IN_FUTURE: 422,
  DATE_ORDER: 422,
  DATE_IN_PAST: 422,
  DATE_UNCHANGED: 422,
  OTHER_DATE_FIRST: 409,
  BASELINE_UNCHANGED: 422,
  NO_SUCH_DATE: 422,
  DATE_NOT_SET: 422,
  DATE_NEEDS_REQUEST: 422,
  GROUND_REQUIRED: 422,
  NOT_MISSED: 422,
  IMPORT_HAS_ERRORS: 422,
  RATE_LIMITED: 429,
  UPLOAD_QUOTA: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A "no" with its reason: a value until the edge, where it is formatted once. */
export interface Rejection {
  readonly code: ErrorCode;
  /** Path of the input field at fault, as the client named it: `reason`, `measures.3.documents`. */
  readonly field?: string;
  /** Facts the sentence needs, such as who holds the step. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const reject = (
  code: ErrorCode,
  extra: Omit<Rejection, 'code'> = {},
): { readonly ok: false; readonly rejection: Rejection } => ({ ok: false, rejection: { code, ...extra } });
