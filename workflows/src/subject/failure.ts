import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import type { Rejection } from '@tinhgon/rules/errors';
import { EPOCH_CONFLICT, type EpochConflictDetails } from './activities.ts';

/** A "no" as an update answers it: type is the error code, the first detail the whole rejection. */
export const refusal = (rejection: Rejection): ApplicationFailure =>
  ApplicationFailure.nonRetryable(rejection.code, rejection.code, rejection);

/** The database's epoch when `error` says that other events stand where ours were to be written. */
export function conflictingEpoch(error: unknown): number | null {
  // A local activity fails with its own error, a normal one with that error inside.
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== EPOCH_CONFLICT) return null;
  const [details] = (cause.details ?? []) as [EpochConflictDetails | undefined];
  return details?.currentEpoch ?? null;
}
