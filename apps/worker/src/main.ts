/** Program: serves the workflows until it is asked to end (SIGTERM, SIGINT). */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { openKeyRing } from '@tinhgon/commands/receipts/key-ring';
import { createDatabase } from '@tinhgon/database/create-database';
import { SCHEDULE_NAMES } from '@tinhgon/rules/installation';
import { pino } from 'pino';
import { loadBundle } from './bundle.ts';
import { readConfig } from './config.ts';
import { connect } from './connect.ts';
import { createWorkers } from './create-workers.ts';
import { deploymentOf } from '@tinhgon/commands/deployment';
import { keepFiles } from './files/keep-files.ts';
import { answerProbes } from './answer-probes.ts';
import { keepSchedule } from './keep-schedule.ts';
import { keepStartingPending } from './keep-starting-pending.ts';
import { mailerOf } from './mail/mailer.ts';
import { createWebhookSender } from './webhooks/send-webhook.ts';
import { keepWebhooks } from './webhooks/keep-webhooks.ts';
import { observePool, telemetryOf } from './metrics.ts';

const config = readConfig(process.env);
const log = pino({ level: config.LOG_LEVEL, base: { app: 'worker' } });
const sdkLog = new DefaultLogger('INFO', ({ level, message, meta }) => {
  const at = level === 'WARN' ? 'warn' : level === 'ERROR' ? 'error' : 'debug';
  log[at]({ ...meta }, message);
});
Runtime.install({ logger: sdkLog, ...telemetryOf(config) });

const bundle = await loadBundle((line) => log.warn(line));
const db = createDatabase(config.DATABASE_URL, {
  applicationName: 'tinhgon-worker',
  maxConnections: 20,
  // Within the second a decision waits for its rows: a database out of reach must not hold decisions up.
  connectTimeoutMs: 900,
  statementTimeoutMs: 9_000,
  prepare: true,
  onConnectionLost: (error) => log.warn({ err: error }, 'database connection lost'),
});
const { connection, client, namespace, dataConverter, payloadKeys } = await connect(config, log);
const keyRing = config.RECEIPT_KEYS_FILE === undefined ? null : openKeyRing(config.RECEIPT_KEYS_FILE);
const deployment = deploymentOf(config, keyRing);
const taskQueue = config.TEMPORAL_TASK_QUEUE;
const mailer = mailerOf(config);
const roles = config.WORKER_ROLES;
const workers = await createWorkers({
  connection,
  client,
  namespace,
  dataConverter,
  taskQueue,
  roles,
  db,
  databaseUrl: config.DATABASE_URL,
  evaluation: config.EVALUATION,
  deployment,
  buildId: config.BUILD_ID,
  keyRing,
  mailer,
  bundle,
  log,
});
for (const name of SCHEDULE_NAMES) await keepSchedule(client, name, deployment.locale, taskQueue);

const ending = new AbortController();
const probes = await answerProbes(config, workers);
// Work without anybody waiting for it, like all that is `bulk`.
const beside = roles.includes('bulk')
  ? [
      keepStartingPending({ client, db, deployment, taskQueue, keyRing }, payloadKeys, log, ending.signal),
      keepFiles(db, log, ending.signal),
    ]
  : [];
// What is asked of the outside, beside e-mails.
if (roles.includes('notifications')) {
  const send = createWebhookSender({ networks: config.WEBHOOK_NETWORKS, evaluation: config.EVALUATION });
  const now = () => new Date().toISOString();
  beside.push(keepWebhooks({ db, send, payloadKeys, log, now, signal: ending.signal }));
}
const pool = observePool(db, ending.signal);
try {
  log.info({ namespace, taskQueue, roles }, 'worker ready');
  await workers.run();
} finally {
  ending.abort();
  probes?.close();
  await Promise.all([...beside, pool]);
  mailer?.close();
  await connection.close();
  await db.destroy();
}
