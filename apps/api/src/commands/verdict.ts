import {
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ERROR_STATUS, type ErrorCode, type Rejection } from '@tinhgon/rules/errors';
import { Refusal, refuse } from '../errors/refusal.ts';

const RETRY_AFTER_S = 2;
/** gRPC status codes, see the protocol's own list. */
const GRPC = {
  CANCELLED: 1,
  DEADLINE_EXCEEDED: 4,
  RESOURCE_EXHAUSTED: 8,
  ABORTED: 10,
  UNAVAILABLE: 14,
} as const;
/** The workflow moved on (continued as new, closed) before it saw the update: the same id may be sent again. */
const NOT_SEEN = ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'];

/**
 * What a failed update means: sent again with the same id, said to the client, nobody there to ask, or
 * an error nobody foresaw.
 */
export type Verdict =
  | { readonly kind: 'again' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unforeseen' };

export function verdictOn(error: unknown): Verdict {
  if (error instanceof WorkflowUpdateFailedError) return verdictOnFailure(error);
  // Only a start can meet one: the subject of that name has ended.
  if (error instanceof WorkflowExecutionAlreadyStartedError) {
    return { kind: 'refused', refusal: refuse('CODE_TAKEN', { field: 'code' }) };
  }
  if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return unsure(error);
  switch (grpcCode(error)) {
    case GRPC.RESOURCE_EXHAUSTED:
    case GRPC.ABORTED:
      return { kind: 'again' };
    case GRPC.CANCELLED:
    case GRPC.DEADLINE_EXCEEDED:
    case GRPC.UNAVAILABLE:
      return unsure(error);
    default:
      return { kind: 'unforeseen' };
  }
}

function verdictOnFailure({ cause }: WorkflowUpdateFailedError): Verdict {
  if (!(cause instanceof ApplicationFailure) || typeof cause.type !== 'string') return { kind: 'unforeseen' };
  if (NOT_SEEN.includes(cause.type)) return { kind: 'again' };
  if (!Object.hasOwn(ERROR_STATUS, cause.type)) return { kind: 'unforeseen' };
  const told = cause.details?.[0] as Rejection | undefined;
  const rejection = told ?? { code: cause.type as ErrorCode };
  return { kind: 'refused', refusal: new Refusal(rejection, { cause }) };
}

function unsure(cause: unknown): Verdict {
  return { kind: 'refused', refusal: unsureRefusal(cause) };
}

export const unsureRefusal = (cause?: unknown): Refusal =>
  new Refusal({ code: 'UNAVAILABLE', details: { reason: 'unsure' } }, { retryAfterS: RETRY_AFTER_S, cause });

function grpcCode(error: unknown): number | undefined {
  const grpc = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(grpc) ? grpc.code : undefined;
}
