import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { illFormedText } from '../errors/ill-formed.ts';
import { Refusal } from '../errors/refusal.ts';
import { rejectionOfIssues } from '../errors/zod-issue.ts';
import type { RequestContext } from '../request-context.ts';
import { appRouter } from '../router.ts';
import { createCallerFactory } from '../trpc.ts';
import type { Call } from './call.ts';
import { CALLS } from './calls.ts';
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

const callerFor = createCallerFactory(appRouter);

/** `/api/v1`: the router's calls under the addresses outside clients rely on. */
export async function v1Routes(
  server: FastifyInstance,
  options: {
    readonly publicUrl: string;
    readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
  },
): Promise<void> {
  const methods = new Map<string, string[]>();
  for (const call of CALLS) {
    const url = call.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(url, [...(methods.get(url) ?? []), call.method.toUpperCase()]);
    server.route({
      method: call.method,
      url,
      handler: async (request, reply) => {
        const context = options.contextOf(request, reply);
        // Who may not ask hears that before hearing what is wrong with the question.
        await context.authenticate();
        const answer = await call.run(callerFor(context), inputOf(call, request));
        return reply.code(call.status).header('cache-control', 'no-store').send(answer);
      },
    });
  }
  for (const [url, allowed] of methods) {
    const allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    server.options(url, async (_request, reply) => reply.code(204).header('allow', allow).send());
  }
  const document = openApiDocument(CALLS, options.publicUrl);
  server.get('/openapi.json', async () => document);
  server.get('/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(referencePage(CALLS, reply.cspNonce.style)),
  );
}

function inputOf(call: Call, request: FastifyRequest) {
  const { lang: _language, ...query } = request.query as Record<string, unknown>;
  return {
    params: read(call.params, request.params),
    query: read(call.query.strict(), query),
    headers: read(call.headers, request.headers),
    body: call.body ? read(call.body, request.body) : undefined,
  };
}

function read(schema: z.ZodType, value: unknown): unknown {
  const illFormed = illFormedText(value);
  if (illFormed) throw new Refusal(illFormed);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(rejectionOfIssues(result.error.issues));
}
