import { type Client, isGrpcServiceError, ServiceError } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { runningWorkflows } from '@tinhgon/commands/running-workflows';
import { parseSubject } from '@tinhgon/database/events/subject';
import { subjectsToRun } from '@tinhgon/database/queries/workflows/subjects-to-run';
import { pendingStarts } from '@tinhgon/database/queries/workflows/pending-starts';
import type { Db } from '@tinhgon/database/schema';
import type { StuckPage, StuckView } from '@tinhgon/rules/views/system';
import pLimit from 'p-limit';
import { failureText } from './failure-text.ts';
import { whyItStands } from './why-it-stands.ts';

const INVALID_ARGUMENT = 3;
const AT_ONCE = 8;
/** Looked at one by one; beyond these, servers from 1.30 on name those that fail. */
const MOST_LOOKED_AT = 2_000;
const MOST_SHOWN = 50;
const MOST_STARTING = 10_000;

interface Looking {
  readonly db: Db;
  readonly client: Client;
  readonly dataConverter: DataConverter;
  readonly taskQueue: string;
  readonly urlOf: (subject: string) => string | null;
}

/**
 * What is open on record and does not get on: no workflow runs for it, or one that fails. Everything without a workflow
 * is found; of those that run, each one the server names, and the first thousands one by one.
 */
export async function lookAtStuck({
  db,
  client,
  dataConverter,
  taskQueue,
  urlOf,
}: Looking): Promise<StuckPage> {
  const [wanted, starting, running, named] = await Promise.all([
    subjectsToRun(db),
    pendingStarts(db, MOST_STARTING),
    runningWorkflows(client, taskQueue),
    namedByServer(client, taskQueue),
  ]);
  const soon = new Set(starting);
  const open = wanted.filter((subject) => !soon.has(subject));
  const first = (subject: string): number => (running.has(subject) ? (named.has(subject) ? 1 : 2) : 0);
  const inOrder = open.toSorted((a, b) => first(a) - first(b));
  const looked = inOrder.slice(0, MOST_LOOKED_AT);
  const textOf = failureText(dataConverter);
  const limit = pLimit(AT_ONCE);
  const found = await Promise.all(
    looked.map((subject) =>
      limit(async (): Promise<StuckView | null> => {
        const standing = await whyItStands(client, subject, textOf);
        const { kind, code } = parseSubject(subject);
        return (
          standing && { kind: kind as StuckView['kind'], code, ...standing, temporalUrl: urlOf(subject) }
        );
      }),
    ),
  );
  const stuck = found
    .filter((one) => one !== null)
    .toSorted((a, b) => (a.since ?? '9').localeCompare(b.since ?? '9'));
  const unseen = inOrder.slice(MOST_LOOKED_AT).filter((subject) => first(subject) < 2).length;
  return {
    open: open.length,
    looked: looked.length,
    items: stuck.slice(0, MOST_SHOWN),
    more: Math.max(0, stuck.length - MOST_SHOWN) + unseen,
  };
}

/** Running workflows whose tasks fail again and again, as far as the server keeps account of them. */
async function namedByServer(client: Client, taskQueue: string): Promise<ReadonlySet<string>> {
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}' AND TemporalReportedProblems IS NOT NULL`;
  const found = new Set<string>();
  try {
    for await (const { workflowId } of client.workflow.list({ query })) found.add(workflowId);
  } catch (error) {
    // Servers before 1.30 do not know the attribute.
    const told = error instanceof ServiceError ? error.cause : error;
    if (!isGrpcServiceError(told) || told.code !== INVALID_ARGUMENT) throw error;
  }
  return found;
}
