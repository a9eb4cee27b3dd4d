import type { FastifyInstance } from 'fastify';
import { countMails } from '@tinhgon/database/reminders/mail-queue';
import { poolUse } from '@tinhgon/database/create-database';
import { countWebhooks } from '@tinhgon/database/webhooks/count-webhooks';
import { openSteps } from '@tinhgon/database/queries/steps/open-steps';
import type { Db } from '@tinhgon/database/schema';
import { dayOf } from '@tinhgon/rules/day';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { within } from '../errors/database-silent.ts';

const SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export interface Metrics {
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly observeCommand: (type: string, outcome: string, seconds: number) => void;
  readonly observeRequests: (server: FastifyInstance) => void;
}

/** A scrape is not held up by a database that is away; the figures are then missing. */
const PATIENCE_MS = 1_000;

export function createMetrics(db: Db): Metrics {
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
  new Gauge({
    name: 'tinhgon_mails',
    help: 'E-mails waiting, of these tried in vain so far (troubled), and given up in the last week (failed)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const counts = await within(PATIENCE_MS, countMails(db, new Date().toISOString())).catch(() => ({}));
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'tinhgon_webhooks',
    help: 'Events waiting to be told to other systems, receivers tried in vain (troubled), events put aside in the last week (failed), receivers switched off (stopped)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const counts = await within(PATIENCE_MS, countWebhooks(db, new Date().toISOString())).catch(() => ({}));
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'tinhgon_open_steps',
    help: 'Steps that wait for somebody, of plans and of documents, those past their day apart',
    labelNames: ['subject', 'timing'],
    registers: [registry],
    async collect() {
      this.reset();
      const asked = openSteps(db, dayOf(new Date().toISOString()));
      const counts = await within(PATIENCE_MS, asked).catch(() => []);
      for (const { subject, overdue, inTime } of counts) {
        this.set({ subject, timing: 'overdue' }, overdue);
        this.set({ subject, timing: 'in-time' }, inTime);
      }
    },
  });
  new Gauge({
    name: 'tinhgon_database_pool',
    help: 'Connections to the database in use and idle, and askers waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(poolUse(db))) this.set({ state }, count);
    },
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
