import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { PayloadUnreadable } from './payloads/encrypting-codec.ts';
import { ERROR_STATUS, type ErrorCode, type Rejection } from '@tinhgon/rules/errors';

/** gRPC status codes, see the protocol's own list. */
const GRPC = {
  CANCELLED: 1,
  DEADLINE_EXCEEDED: 4,
  RESOURCE_EXHAUSTED: 8,
  /** The workflow fails under the code that has it, until other code does. */
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNAVAILABLE: 14,
} as const;
/** The workflow moved on (continued as new, closed) before it saw the update: the same id may be sent again. */
const NOT_SEEN = ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'];

/**
 * What a failed update means to whoever sent it: sent again with the same id, refused by a rule, nobody there to
 * ask, not known whether it was taken, or an error nobody foresaw.
 */
export type FailedUpdate =
  | { readonly kind: 'again' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'refused'; readonly rejection: Rejection; readonly cause: unknown }
  | { readonly kind: 'unforeseen' };

/** For whoever sends commands to workflows. */
export function readFailedUpdate(error: unknown): FailedUpdate {
  if (error instanceof WorkflowUpdateFailedError) return readFailure(error);
  if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unsure' };
  // It was answered, under a key that has not reached this machine yet.
  if (error instanceof PayloadUnreadable) return { kind: 'unsure' };
  switch (grpcCode(error)) {
    case GRPC.RESOURCE_EXHAUSTED:
    case GRPC.ABORTED:
      return { kind: 'again' };
    case GRPC.CANCELLED:
    case GRPC.DEADLINE_EXCEEDED:
    case GRPC.FAILED_PRECONDITION:
    case GRPC.UNAVAILABLE:
      return { kind: 'unsure' };
    default:
      return { kind: 'unforeseen' };
  }
}

function readFailure({ cause }: WorkflowUpdateFailedError): FailedUpdate {
  if (!(cause instanceof ApplicationFailure) || typeof cause.type !== 'string') return { kind: 'unforeseen' };
  if (NOT_SEEN.includes(cause.type)) return { kind: 'again' };
  if (!Object.hasOwn(ERROR_STATUS, cause.type)) return { kind: 'unforeseen' };
  const told = cause.details?.[0] as Rejection | undefined;
  return { kind: 'refused', rejection: told ?? { code: cause.type as ErrorCode }, cause };
}

function grpcCode(error: unknown): number | undefined {
  const grpc = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(grpc) ? grpc.code : undefined;
}
