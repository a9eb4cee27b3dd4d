import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { openSubjects } from '@tinhgon/database/queries/workflows/open-subjects';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import { subjectsToRun } from '@tinhgon/database/queries/workflows/subjects-to-run';
import { hashOf } from '@tinhgon/rules/hash';
import type { WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { EPOCH_CONFLICT, type SubjectActivities } from '@tinhgon/workflows/subject/activities';
import { wordsOf } from '@tinhgon/workflows/words';
import { createActivities } from './activities/create-activities.ts';
import type { WorkerParts } from './create-workers.ts';
import { ask, runningSubjects } from './reconcile.ts';
import { startMissing } from './start-missing.ts';
import { startFromRecord } from './start-pending.ts';

/** Events that Temporal kept for a database out of reach are written within this, or stand against the record. */
const PATIENCE_MS = 15_000;
const AT_ONCE = 8;

export interface SettleReport {
  /** Subjects whose workflow was older than the record, now begun again from it. */
  readonly followed: readonly string[];
  /** Subjects whose workflow knows of events the record lacks and has been told are written: nothing was done. */
  readonly ahead: readonly string[];
  /** Begun from the record because no workflow ran. */
  readonly begun: number;
}

type Parts = Pick<
  WorkerParts,
  | 'connection'
  | 'client'
  | 'namespace'
  | 'dataConverter'
  | 'taskQueue'
  | 'db'
  | 'deployment'
  | 'keyRing'
  | 'bundle'
  | 'log'
>;

/**
 * Brings Temporal up to the record after a restore, before anybody else serves: where its part is as old as the
 * record or owes it something, it goes on; where it is older, the subject is begun again from the record.
 *
 * A workflow that is behind would take itself for one that was reset, and abandon what others decided after its own
 * moment: so meanwhile nothing may be written in the place of what is on record, and nobody is told anything.
 */
export async function settle(parts: Parts): Promise<SettleReport> {
  const { connection, namespace, taskQueue, client, db, deployment, bundle, log } = parts;
  const starting = { db, client, deployment, taskQueue, keyRing: parts.keyRing ?? null };
  const daily = createActivities(starting, null, log, { databaseUrl: '', evaluation: false });
  const activities: SubjectActivities = {
    projectEvents: async (batch) => {
      try {
        return await daily.projectEvents(batch);
      } catch (error) {
        // A workflow that hears of the conflict begins a new epoch: it hears of a failure, and tries again.
        const conflicts = error instanceof ApplicationFailure && error.type === EPOCH_CONFLICT;
        throw conflicts ? new Error(`settling: ${error.message}`, { cause: error }) : error;
      }
    },
    deliverNews: async () => {
      throw new Error('settling: news wait');
    },
  };
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    dataConverter: parts.dataConverter,
    workflowBundle: bundle,
    activities,
  });
  return worker.runUntil(async () => {
    const reason = wordsOf(deployment.locale).supervisor.followsRecord;
    const subjects = new Map<string, { kind: WorkflowKind; code: string }>();
    for (const one of [...(await openSubjects(db)), ...(await runningSubjects(client, taskQueue))]) {
      subjects.set(`${one.kind}/${one.code}`, one);
    }
    const followed: string[] = [];
    const ahead: string[] = [];
    await each([...subjects], async ([subject, { kind, code }]) => {
      const found = await compare(parts, kind, code);
      if (found === 'ahead') ahead.push(subject);
      if (found !== 'behind') return;
      await client.workflow.getHandle(subject).terminate(reason);
      followed.push(subject);
    });
    // How far these came lies in their rows alone.
    for (const workflowId of await runningWork(parts)) {
      await client.workflow.getHandle(workflowId).terminate(reason);
      followed.push(workflowId);
    }
    const wanted = new Set(await subjectsToRun(db));
    await each(
      followed.filter((subject) => wanted.has(subject)),
      (subject) => startFromRecord(starting, subject),
    );
    const begun = await startMissing(starting);
    return { followed: followed.sort(), ahead: ahead.sort(), begun };
  });
}

async function compare(
  { client, db }: Parts,
  kind: WorkflowKind,
  code: string,
): Promise<'agree' | 'behind' | 'ahead'> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(300)) {
    const report = await ask(client, `${kind}/${code}`);
    if (!report) return 'agree';
    const row = await projectedSubject(db, kind, code);
    const rowSeq = row?.state.seq ?? 0;
    const { ackedSeq, epoch, state } = report;
    if (ackedSeq > rowSeq) return 'ahead';
    if (ackedSeq === state.seq) {
      return row && epoch === row.epoch && hashOf(state) === hashOf(row.state) ? 'agree' : 'behind';
    }
    if (Date.now() < deadline) continue;
    if (ackedSeq < rowSeq) return 'behind';
    throw new Error(`${kind}/${code} owes events that cannot be written: is the database well?`);
  }
}

/** Running operations and reports. */
async function runningWork({ client, taskQueue }: Parts): Promise<string[]> {
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}' AND WorkflowType IN ('operation', 'report')`;
  const found: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query })) found.push(workflowId);
  return found;
}

async function each<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
