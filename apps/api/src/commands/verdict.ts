import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { type FailedUpdate, readFailedUpdate } from '@tinhgon/commands/failed-update';
import { Refusal, refuse } from '../errors/refusal.ts';

const RETRY_AFTER_S = 2;

/**
 * What a failed update means: sent again with the same id, said to the client, nobody there to ask, or
 * an error nobody foresaw.
 */
export type Verdict =
  | Exclude<FailedUpdate, { kind: 'refused' | 'unsure' }>
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function verdictOn(error: unknown): Verdict {
  // Only a start can meet one: the subject of that name has ended.
  if (error instanceof WorkflowExecutionAlreadyStartedError) {
    return { kind: 'refused', refusal: refuse('CODE_TAKEN', { field: 'code' }) };
  }
  const read = readFailedUpdate(error);
  switch (read.kind) {
    case 'refused':
      return { kind: 'refused', refusal: new Refusal(read.rejection, { cause: read.cause }) };
    case 'unsure':
      return { kind: 'refused', refusal: unsureRefusal(error) };
    default:
      return read;
  }
}

export const unsureRefusal = (cause?: unknown): Refusal =>
  new Refusal({ code: 'UNAVAILABLE', details: { reason: 'unsure' } }, { retryAfterS: RETRY_AFTER_S, cause });
