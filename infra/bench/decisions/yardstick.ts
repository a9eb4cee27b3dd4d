import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { ProcessIdentity } from '../../src/process/identity.ts';
import { inTurns, type Run } from '../callers.ts';
import type { System } from '../system.ts';
import { type ActivityKind, bare, bareUpdate } from './bare-workflow.ts';

export interface Yardstick {
  readonly process: ProcessIdentity;
  /** As many Updates as two for each of `workflows`, by so many callers, each with one activity of this kind. */
  run(kind: ActivityKind, workflows: number, callers: number): Promise<Run>;
  stop(): Promise<void>;
}

/** Bare Updates on the same servers, their worker in a process of its own. */
export async function openYardstick({ addresses }: System, namespace: string): Promise<Yardstick> {
  const { databaseUrl, temporalAddress } = addresses;
  await inDatabase(databaseUrl, 'create table bench_row (id uuid primary key, what text not null)');
  const taskQueue = `bench-${randomUUID()}`;
  const worker = spawn(process.execPath, [fileURLToPath(new URL('./bare-worker.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      TASK_QUEUE: taskQueue,
      DATABASE_URL: databaseUrl,
    },
  });
  await once(worker.stdout, 'data');
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace });
  return {
    process: { pid: worker.pid ?? 0, started: '' },
    run: async (kind, workflows, callers) => {
      const handles = await Promise.all(
        Array.from({ length: workflows }, () =>
          client.workflow.start(bare, { taskQueue, workflowId: `bench/${randomUUID()}`, args: [kind, 2] }),
        ),
      );
      // They have begun before they are asked, as plans have: a query is answered after the first task.
      await Promise.all(handles.map((handle) => handle.query('__temporal_workflow_metadata')));
      const run = await inTurns(callers, handles, async (handle, measured) => {
        for (const what of ['first', 'second'])
          await measured(() => handle.executeUpdate(bareUpdate, { args: [what] }));
      });
      await Promise.all(handles.map((handle) => handle.result()));
      return run;
    },
    stop: async () => {
      worker.kill('SIGTERM');
      await Promise.all([worker.exitCode === null ? once(worker, 'exit') : null, connection.close()]);
      await inDatabase(databaseUrl, 'drop table bench_row');
    },
  };
}

async function inDatabase(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
