import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Rejection } from '@tinhgon/rules/errors';

/** The rejection a command was answered with; fails when it was accepted. */
export async function refusalOf(answer: Promise<unknown>): Promise<Rejection> {
  try {
    await answer;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure) return cause.details?.[0] as Rejection;
    throw error;
  }
  throw new Error('the command was accepted');
}
