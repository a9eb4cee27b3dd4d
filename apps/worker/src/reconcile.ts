import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { openSubjects } from '@tinhgon/database/queries/workflows/open-subjects';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import type { Db } from '@tinhgon/database/schema';
import { isWorkflowKind, WORKFLOW_KINDS, type WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { hashOf } from '@tinhgon/rules/hash';
import { stateQuery, type SubjectReport } from '@tinhgon/workflows/subject/messages';
import type { Difference, ReconcileReport } from '@tinhgon/workflows/reconcile/reconcile';

interface Options {
  readonly db: Db;
  readonly client: Client;
  /** Workflows of other deployments in the same namespace are not ours to compare. */
  readonly taskQueue: string;
  readonly onProgress?: (compared: number) => void;
}

/** Workflows asked at one time: a question costs the worker a replay when it has put the workflow aside. */
const AT_ONCE = 8;
const LOOK_AGAIN_AFTER_MS = [300, 1_000, 3_000];

/**
 * Compares every open subject of the record with its workflow, and says what differs. A difference
 * seen once may be a decision on its way: it is looked at again before it is reported.
 */
export async function reconcile({ db, client, taskQueue, onProgress }: Options): Promise<ReconcileReport> {
  const rows = await openSubjects(db);
  const known = new Set(rows.map(({ kind, code }) => `${kind}/${code}`));
  const running = await runningSubjects(client, taskQueue);
  const only = running.filter(({ kind, code }) => !known.has(`${kind}/${code}`));
  const queue = [...rows, ...only];
  const differences: Difference[] = [];
  let compared = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { kind, code } = next;
      const found = await compareUntilSure(db, client, kind, code);
      if (found) differences.push(found);
      compared += 1;
      onProgress?.(compared);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { compared, differences: differences.sort((a, b) => (a.subject < b.subject ? -1 : 1)) };
}

/** A decision or its news may be on their way while they are looked at: what differs is looked at again, later. */
async function compareUntilSure(
  db: Db,
  client: Client,
  kind: WorkflowKind,
  code: string,
): Promise<Difference | null> {
  let found = await compare(db, client, kind, code);
  for (const pauseMs of LOOK_AGAIN_AFTER_MS) {
    if (!found) return null;
    await sleep(pauseMs);
    found = await compare(db, client, kind, code);
  }
  return found;
}

async function compare(db: Db, client: Client, kind: WorkflowKind, code: string): Promise<Difference | null> {
  const subject = `${kind}/${code}`;
  const report = await ask(client, subject);
  const row = await projectedSubject(db, kind, code);
  const workflowSeq = report?.state.seq ?? null;
  const rowSeq = row?.state.seq ?? null;
  const differs = (what: Difference['what']): Difference => ({ subject, what, workflowSeq, rowSeq });
  if (!report) return differs('no-workflow');
  if (!row) return differs('no-row');
  if (report.ackedSeq < report.state.seq) return differs('events-owed');
  if (report.epoch !== row.epoch) return differs('epoch');
  if (hashOf(report.state) !== hashOf(row.state)) return differs('state');
  return report.owed.length > 0 ? differs('news-owed') : null;
}

/** What the workflow of a subject says of itself; null when none runs. */
export async function ask(client: Client, subject: string): Promise<SubjectReport<{ seq: number }> | null> {
  try {
    const handle = client.workflow.getHandle(subject);
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING') return null;
    return (await handle.query(stateQuery)) as SubjectReport<{ seq: number }>;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Running workflows the record may not know of. Visibility lags behind, so it only adds to what is compared. */
export async function runningSubjects(
  client: Client,
  taskQueue: string,
): Promise<{ kind: WorkflowKind; code: string }[]> {
  const types = WORKFLOW_KINDS.map((kind) => `'${kind}'`).join(', ');
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}' AND WorkflowType IN (${types})`;
  const found: { kind: WorkflowKind; code: string }[] = [];
  for await (const { type, workflowId } of client.workflow.list({ query })) {
    if (isWorkflowKind(type)) found.push({ kind: type, code: workflowId.slice(type.length + 1) });
  }
  return found;
}
