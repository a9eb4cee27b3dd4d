import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export interface Metrics {
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly observeCommand: (type: string, outcome: string, seconds: number) => void;
  readonly observeRequests: (server: FastifyInstance) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'tinhgon_http_request_seconds',
    help: 'Time from request to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  const commands = new Histogram({
    name: 'tinhgon_command_seconds',
    help: 'Time of a command from its update to the answer, by type and outcome',
    labelNames: ['type', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observeCommand: (type, outcome, seconds) => commands.labels(type, outcome).observe(seconds),
    observeRequests(server) {
      server.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none';
        requests.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
        // No address with its parameters, no names: ids and numbers only.
        request.log.debug(
          { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
          'answered',
        );
      });
    },
  };
}
