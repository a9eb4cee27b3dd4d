import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import type { Db } from '@tinhgon/database/schema';
import { queueOf, ROLES, type Role } from '@tinhgon/workflows/queues';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import type { Logger } from 'pino';
import { createActivities } from './activities/create-activities.ts';
import type { Mailer } from './mail/mailer.ts';

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly client: Client;
  readonly namespace: string;
  /** The client's too. */
  readonly dataConverter: DataConverter;
  readonly taskQueue: string;
  /** What this process does of the whole; all of it when absent. */
  readonly roles?: readonly Role[];
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
  /** This code's name among the versions that serve at once; see `versions/`. */
  readonly buildId?: string | undefined;
  /** See `bundle.ts`. */
  readonly bundle: { readonly code: string };
  readonly log: Logger;
  /** Workflows kept in memory between tasks; 0 replays each time, which tests want once. */
  readonly maxCachedWorkflows?: number;
}

export interface Workers {
  /** Serves until it is shut down; when one part fails, the others are shut down too and the failure is thrown. */
  run(): Promise<void>;
  shutdown(): void;
  /** Whether every part serves now. */
  serving(): boolean;
}

/** What serves the task queues of the given roles. Workflows run with the role `decisions`, activities with each. */
export async function createWorkers(parts: WorkerParts): Promise<Workers> {
  const workers = await Promise.all((parts.roles ?? ROLES).map((role) => createWorker(parts, role)));
  const shutdown = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  return {
    run: async () => {
      const ends = workers.map((worker) => worker.run().finally(shutdown));
      const failed = (await Promise.allSettled(ends)).find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
    shutdown,
    serving: () => workers.every((worker) => worker.getState() === 'RUNNING'),
  };
}

function createWorker(parts: WorkerParts, role: Role): Promise<Worker> {
  const { connection, namespace, taskQueue, client, db, deployment, bundle, log } = parts;
  return Worker.create({
    connection,
    namespace,
    dataConverter: parts.dataConverter,
    taskQueue: queueOf(taskQueue, role),
    ...(role === 'decisions' ? { workflowBundle: bundle } : {}),
    // Every role knows them all: what was scheduled under another version's division is still done.
    activities: createActivities(
      { client, db, deployment, taskQueue, keyRing: parts.keyRing ?? null },
      parts.mailer,
      log,
      {
        databaseUrl: parts.databaseUrl,
        evaluation: parts.evaluation ?? false,
      },
    ),
    ...(parts.buildId === undefined
      ? {}
      : {
          workerDeploymentOptions: {
            version: { deploymentName: taskQueue, buildId: parts.buildId },
            useWorkerVersioning: true,
            // Plans are open for years: they go on under whatever is current. Short ones say that they end where they began.
            defaultVersioningBehavior: 'AUTO_UPGRADE',
          },
        }),
    // A worker that died leaves its workflows on its own queue: others take them over after this.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    // The launcher gives a program five seconds between asking it to end and ending it.
    shutdownGraceTime: '3 seconds',
    shutdownForceTime: '4 seconds',
    ...(parts.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: parts.maxCachedWorkflows }),
  });
}
