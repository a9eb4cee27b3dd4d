import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import { openKeyRing } from '@tinhgon/commands/receipts/key-ring';
import { createDatabase } from '@tinhgon/database/create-database';
import { type Logger, pino } from 'pino';
import { createCommandGate } from './commands/command-gate.ts';
import type { Config } from './config.ts';
import type { AppContext } from './context.ts';
import { createForecasts } from './forecast/forecasts.ts';
import { createMetrics } from './http/metrics.ts';
import { listenToFeed } from './live/feed-listener.ts';
import { createIdentity } from './sign-in/identity.ts';
import { createPeople } from './sign-in/people.ts';
import { createSessions } from './sign-in/sessions.ts';
import { temporalUrl } from './routes/temporal-url.ts';
import { watchSystem } from './system/watch-system.ts';

const DATABASE_CONNECTIONS = 20;
/** Longer than any page may take; a query that runs on helps nobody. */
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 3_000;

/** Opens what the process needs. Throws when Temporal cannot be reached. */
export async function createContext(config: Config): Promise<AppContext> {
  const log = createLog(config);
  const keyRing = config.RECEIPT_KEYS_FILE === undefined ? null : openKeyRing(config.RECEIPT_KEYS_FILE);
  const db = createDatabase(config.DATABASE_URL, {
    applicationName: 'tinhgon-api',
    maxConnections: DATABASE_CONNECTIONS,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    onConnectionLost: (err) => log.warn({ err }, 'a connection to the database was lost'),
  });
  // TLS, API key and the like come from the SDK's own configuration; address and namespace from ours.
  const { connectionOptions } = loadClientConnectConfig();
  const connection = await Connection.connect({ ...connectionOptions, address: config.TEMPORAL_ADDRESS });
  // Without the SDK's own retries: whoever watches wants to hear that there is no answer, and asks again by itself.
  const watching = Connection.lazy({
    ...connectionOptions,
    address: config.TEMPORAL_ADDRESS,
    channelArgs: { 'grpc.max_reconnect_backoff_ms': 5_000 },
    interceptors: [],
  });
  const payloads = openPayloads(config.PAYLOAD_KEYS_FILE, log);
  const { dataConverter } = payloads;
  const temporal = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, dataConverter });
  const metrics = createMetrics(db);
  const people = createPeople(db, config, log);
  const sessions = createSessions(db, log);
  const feed = listenToFeed(config.DATABASE_URL, log);
  const commands = createCommandGate({
    client: temporal,
    replicas: config.API_REPLICAS,
    observe: metrics.observeCommand,
    keyRing,
  });
  return {
    config,
    log,
    db,
    temporal,
    payloadKeys: payloads.keys,
    metrics,
    identity: createIdentity(config),
    sessions,
    people,
    commands,
    keyRing,
    feed,
    forecasts: createForecasts(db),
    system: watchSystem({
      db,
      temporal: new Client({ connection: watching, namespace: config.TEMPORAL_NAMESPACE, dataConverter }),
      dataConverter,
      taskQueue: config.TEMPORAL_TASK_QUEUE,
      sendsMail: config.MAIL_FROM !== undefined,
      urlOf: (subject) =>
        temporalUrl(
          { temporalUiUrl: config.TEMPORAL_UI_URL ?? null, temporalNamespace: config.TEMPORAL_NAMESPACE },
          subject,
        ),
      log,
    }),
    async stop() {
      await feed.stop();
      await connection.close();
      await watching.close();
      await db.destroy();
    },
  };
}

/** Ids only: whoever needs a name looks it up. */
function createLog(config: Config): Logger {
  return pino({
    level: config.LOG_LEVEL,
    base: { app: 'api' },
    redact: ['req.headers', '*.authorization', '*.cookie', 'err.config', 'err.options'],
  });
}
