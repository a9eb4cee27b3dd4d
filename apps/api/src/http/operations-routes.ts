import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../context.ts';
import { askReadiness } from '../system/ask-readiness.ts';

/** What those who run the system ask: is it alive, is it ready, how is it doing. */
export async function operationsRoutes(server: FastifyInstance, app: AppContext): Promise<void> {
  server.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  server.get('/healthz', async () => ({ alive: true }));
  server.get('/readyz', async (request, reply) => {
    const told = await askReadiness(app, request.log);
    const [database, temporal] = [told.database === 'ready', told.temporal === 'ready'];
    const ready = database && temporal;
    return reply.code(ready ? 200 : 503).send({ ready, database, temporal });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(app.metrics.contentType).send(await app.metrics.text()),
  );
}
