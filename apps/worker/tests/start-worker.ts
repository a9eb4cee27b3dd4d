import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createDatabase } from '@tinhgon/database/create-database';
import type { Db } from '@tinhgon/database/schema';
import { createTestDatabase } from '@tinhgon/test-kit/database';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import type { Role } from '@tinhgon/workflows/queues';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import { pino } from 'pino';
import { loadBundle } from '../src/bundle.ts';
import type { Mailer } from '../src/mail/mailer.ts';
import { createWorkers } from '../src/create-workers.ts';

export const deployment: Deployment = { locale: 'vi', publicUrl: 'http://tinhgon.test' };
Runtime.install({ logger: new DefaultLogger('WARN') });
export const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });

export interface TestWorker {
  readonly db: Db;
  readonly databaseUrl: string;
  /** Ends the worker and leaves its database. */
  stopServing(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  readonly maxCachedWorkflows?: number;
  readonly mailer?: Mailer;
  readonly buildId?: string;
  readonly bundle?: { readonly code: string };
  /** All of them when absent. */
  readonly roles?: readonly Role[];
}

/** A worker in this process, on a database of its own, until it is stopped. */
export async function startWorker(temporal: TestTemporal, options: Options = {}): Promise<TestWorker> {
  const database = await createTestDatabase();
  const stop = await serve(temporal, database.url, options);
  const db = createDatabase(database.url, { connectTimeoutMs: 900 });
  return {
    db,
    databaseUrl: database.url,
    stopServing: stop,
    stop: async () => {
      await stop();
      await db.destroy();
      await database.drop();
    },
  };
}

/** Serves on the database of another worker. Gives the way to end it. */
export async function serve(
  temporal: TestTemporal,
  databaseUrl: string,
  options: Options = {},
): Promise<() => Promise<void>> {
  const db = createDatabase(databaseUrl, { connectTimeoutMs: 900 });
  const bundle = await loadBundle();
  const parts = { ...temporal, db, deployment, mailer: null, bundle, log, databaseUrl, ...options };
  const workers = await createWorkers(parts);
  const running = workers.run();
  let ended: Promise<void> | undefined;
  return () =>
    (ended ??= (async () => {
      workers.shutdown();
      await running;
      await db.destroy();
    })());
}
