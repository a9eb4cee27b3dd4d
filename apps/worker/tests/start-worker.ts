import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createDatabase } from '@tinhgon/database/create-database';
import type { Db } from '@tinhgon/database/schema';
import { createTestDatabase } from '@tinhgon/test-kit/database';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import { pino } from 'pino';
import { loadBundle } from '../src/bundle.ts';
import type { Mailer } from '../src/mail/mailer.ts';
import { createWorker } from '../src/create-worker.ts';

export const deployment: Deployment = { locale: 'vi', publicUrl: 'http://tinhgon.test' };
Runtime.install({ logger: new DefaultLogger('WARN') });
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });

export interface TestWorker {
  readonly db: Db;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** A worker in this process, on a database of its own, until it is stopped. */
export async function startWorker(
  temporal: TestTemporal,
  options: { readonly maxCachedWorkflows?: number; readonly mailer?: Mailer } = {},
): Promise<TestWorker> {
  const database = await createTestDatabase();
  const db = createDatabase(database.url, { connectTimeoutMs: 900 });
  const bundle = await loadBundle();
  const worker = await createWorker({
    ...temporal,
    db,
    deployment,
    mailer: null,
    bundle,
    log,
    databaseUrl: database.url,
    ...options,
  });
  const running = worker.run();
  return {
    db,
    databaseUrl: database.url,
    stop: async () => {
      worker.shutdown();
      await running;
      await db.destroy();
      await database.drop();
    },
  };
}
