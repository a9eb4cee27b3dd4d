import { createServer, type Server } from 'node:http';
import type { Config } from './config.ts';
import type { Workers } from './create-workers.ts';

/** Answers those who watch the process: `/healthz` while it lives, `/readyz` while every part of it serves. */
export async function answerProbes(
  { HEALTH_PORT, HEALTH_HOST }: Pick<Config, 'HEALTH_PORT' | 'HEALTH_HOST'>,
  workers: Pick<Workers, 'serving'>,
): Promise<Server | undefined> {
  if (HEALTH_PORT === undefined) return undefined;
  const server = createServer((request, response) => {
    const alive = request.url === '/healthz';
    const ready = request.url === '/readyz' && workers.serving();
    const status = alive || ready ? 200 : request.url === '/readyz' ? 503 : 404;
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(alive ? { alive } : { ready }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(HEALTH_PORT, HEALTH_HOST, resolve);
  });
  return server.unref();
}
