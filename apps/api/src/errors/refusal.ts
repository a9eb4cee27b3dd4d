import type { ErrorCode, Rejection } from '@tinhgon/rules/errors';

/** A "no" on its way to the edge, where it is formatted once. */
export class Refusal extends Error {
  readonly rejection: Rejection;
  /** Seconds after which the same request may be sent again. */
  readonly retryAfterS: number | undefined;

  constructor(rejection: Rejection, options: { retryAfterS?: number; cause?: unknown } = {}) {
    super(rejection.code, { cause: options.cause });
    this.name = 'Refusal';
    this.rejection = rejection;
    this.retryAfterS = options.retryAfterS;
  }
}

export const refuse = (code: ErrorCode, extra: Omit<Rejection, 'code'> = {}): Refusal =>
  new Refusal({ code, ...extra });
