import { isMigrated } from '@tinhgon/database/migrate';
import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../context.ts';

const PATIENCE_MS = 3_000;

/** What those who run the system ask: is it alive, is it ready, how is it doing. */
export async function operationsRoutes(server: FastifyInstance, app: AppContext): Promise<void> {
  server.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  server.get('/healthz', async () => ({ alive: true }));
  server.get('/readyz', async (request, reply) => {
    const [database, temporal] = await Promise.all([
      yes('database', () => isMigrated(app.db)),
      yes('temporal', async () => {
        const { namespace } = app.temporal.options;
        await app.connection.workflowService.describeNamespace({ namespace });
        return true;
      }),
    ]);
    const ready = database && temporal;
    return reply.code(ready ? 200 : 503).send({ ready, database, temporal });

    async function yes(what: string, ask: () => Promise<boolean>): Promise<boolean> {
      const silent = new Promise<never>((_resolve, reject) => {
        setTimeout(() => reject(new Error(`${what} is silent`)), PATIENCE_MS).unref();
      });
      return await Promise.race([ask(), silent]).catch((err: unknown) => {
        request.log.warn({ err }, `${what} is not ready`);
        return false;
      });
    }
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(app.metrics.contentType).send(await app.metrics.text()),
  );
}
