import type { Client } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import type { Db } from '@tinhgon/database/schema';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import type { Logger } from 'pino';
import { createActivities } from './activities/create-activities.ts';
import type { Mailer } from './mail/mailer.ts';

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly db: Db;
  /** For threads, which open connections of their own. */
  readonly databaseUrl: string;
  /** Demo data: reports say so. */
  readonly evaluation?: boolean;
  readonly deployment: Deployment;
  /** Null where nothing is signed. */
  readonly keyRing?: KeyRing | null;
  /** Null where no mail server is named: then no e-mail is planned either. */
  readonly mailer: Mailer | null;
  /** See `bundle.ts`. */
  readonly bundle: { readonly code: string };
  readonly log: Logger;
  /** Workflows kept in memory between tasks; 0 replays each time, which tests want once. */
  readonly maxCachedWorkflows?: number;
}

/** A worker for plans, documents, reminders and the reconciliation. `await worker.run()` serves until it is shut down. */
export function createWorker(parts: WorkerParts): Promise<Worker> {
  const { connection, namespace, taskQueue, client, db, deployment, bundle, log } = parts;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: createActivities(
      { client, db, deployment, taskQueue, keyRing: parts.keyRing ?? null },
      parts.mailer,
      log,
      {
        databaseUrl: parts.databaseUrl,
        evaluation: parts.evaluation ?? false,
      },
    ),
    // A worker that died leaves its workflows on its own queue: others take them over after this.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    // The launcher gives a program five seconds between asking it to end and ending it.
    shutdownGraceTime: '3 seconds',
    shutdownForceTime: '4 seconds',
    ...(parts.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: parts.maxCachedWorkflows }),
  });
}
