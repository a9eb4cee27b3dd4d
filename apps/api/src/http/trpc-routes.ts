import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rejectionOf } from '../errors/rejection-of.ts';
import type { RequestContext } from '../request-context.ts';
import { appRouter } from '../router.ts';
import { logError } from './error-edge.ts';

/** Calls in one request: the limit of requests would mean little without it. */
const MOST_CALLS = 20;

/** The calls of the screens. The plugin of tRPC is not used: it would read bodies without our checks. */
export async function trpcRoutes(
  server: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext,
): Promise<void> {
  server.route<{ Params: { path: string } }>({
    method: ['GET', 'POST'],
    url: '/trpc/:path',
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      await fastifyRequestHandler({
        router: appRouter,
        req: request,
        res: reply,
        path: request.params.path,
        maxBatchSize: MOST_CALLS,
        createContext: () => contextOf(request, reply),
        onError: ({ error }) => logError(error.cause ?? error, rejectionOf(error), request),
      });
    },
  });
}
