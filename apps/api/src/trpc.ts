import { ERROR_STATUS, type ErrorCode } from '@tinhgon/rules/errors';
import { initTRPC, TRPCError } from '@trpc/server';
import type { ErrorView } from '@tinhgon/rules/views/common';
import { illFormedText } from './errors/ill-formed.ts';
import { Refusal } from './errors/refusal.ts';
import { rejectionOf } from './errors/rejection-of.ts';
import { sentenceFor } from './errors/sentence.ts';
import type { RequestContext } from './request-context.ts';

const PING_MS = 15_000;

const trpc = initTRPC.context<RequestContext>().create({
  sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: 3 * PING_MS } },
  /** Same facts as the error body of `/api/v1`, under `data.rejection`. */
  errorFormatter({ shape, error, ctx }) {
    const rejection = rejectionOf(error);
    const told: ErrorView['error'] = {
      ...rejection,
      message: sentenceFor(rejection, ctx?.language ?? 'vi'),
      logId: ctx?.logId ?? '',
    };
    const { code, httpStatus, path } = shape.data;
    return { code: shape.code, message: told.message, data: { code, httpStatus, path, rejection: told } };
  },
});

export const { router, createCallerFactory } = trpc;

/** Gives a refusal the HTTP status of its code. */
const answering = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { code } = rejectionOf(result.error);
  throw new TRPCError({ code: TRPC_CODE[ERROR_STATUS[code]], cause: result.error.cause ?? result.error });
});

const TRPC_CODE = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<(typeof ERROR_STATUS)[ErrorCode], string>;

/** Every call needs a person, and text that can be stored. */
export const signedIn = answering.use(async ({ ctx, next, getRawInput }) => {
  const actor = await ctx.authenticate();
  const illFormed = illFormedText(await getRawInput());
  if (illFormed) throw new Refusal(illFormed);
  return next({ ctx: { ...ctx, actor } });
});
