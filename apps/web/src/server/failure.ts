import type { ErrorView } from '@tinhgon/rules/views/common';
import { TRPCClientError } from '@trpc/client';

export type Failure = ErrorView['error'];

/** No answer came: the network failed, or the server is starting anew. */
export const NO_ANSWER = 'NO_ANSWER';

interface Told {
  readonly rejection?: Partial<Failure>;
  readonly httpStatus?: number;
}

/** The reader's passkey did not confirm: nothing was sent. */
export class NotConfirmed extends Error {
  constructor(options?: ErrorOptions) {
    super('not confirmed', options);
    this.name = 'NotConfirmed';
  }
}

/** What the server said, or null when it said nothing. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof NotConfirmed) return { code: 'CONFIRMATION_REQUIRED', message: '', logId: '' };
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as Told | null | undefined;
  const rejection = data?.rejection;
  if (!rejection?.code) return null;
  return { message: error.message, logId: '', ...rejection } as Failure;
}

/** Worth another try with the same command id: nothing is known of the first one, or the server asks for it. */
export function isPassing(error: unknown): boolean {
  const failure = failureOf(error);
  if (failure) return failure.code === 'UNAVAILABLE' || failure.code === 'RATE_LIMITED';
  if (error instanceof TRPCClientError) {
    const status = (error.data as Told | null | undefined)?.httpStatus;
    return status === undefined || status >= 500;
  }
  return true;
}
