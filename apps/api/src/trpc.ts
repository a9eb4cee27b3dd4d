import { initTRPC } from '@trpc/server';
import type { ErrorView } from '@tinhgon/rules/views/common';
import { rejectionOf } from './errors/rejection-of.ts';
import { refuse } from './errors/refusal.ts';
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

/** Every call but sign-in itself needs a person. */
export const signedIn = trpc.procedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw refuse('UNAUTHENTICATED');
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});
