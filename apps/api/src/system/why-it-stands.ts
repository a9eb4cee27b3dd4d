import { type Client, isGrpcServiceError } from '@temporalio/client';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import type { Trouble } from '@tinhgon/rules/views/system';
import type { Failure, failureText } from './failure-text.ts';

const NOT_FOUND = 5;
/** Tries after which an activity is no longer merely unlucky. */
const MANY_TRIES = 3;
/** Events to look back through for the last failure of a workflow task. */
const LOOK_BACK = 20;

/** `temporal.api.enums.v1.WorkflowExecutionStatus`. */
const RUNNING = 1;
const ENDED: Readonly<Record<number, Trouble>> = {
  2: 'ended',
  3: 'failed',
  4: 'cancelled',
  5: 'terminated',
  6: 'ended',
  7: 'timed-out',
};

export interface Standing {
  readonly trouble: Trouble;
  readonly said: string | null;
  readonly attempts: number | null;
  readonly since: string | null;
}

type Described = Awaited<ReturnType<Client['workflowService']['describeWorkflowExecution']>>;
type TextOf = ReturnType<typeof failureText>;

/** Why the workflow of something that is open does not get on; null where it does. */
export async function whyItStands(
  client: Client,
  workflowId: string,
  textOf: TextOf,
): Promise<Standing | null> {
  const { namespace } = client.options;
  const execution = { workflowId };
  const found = await orNull(client.workflowService.describeWorkflowExecution({ namespace, execution }));
  if (!found) return { trouble: 'missing', said: null, attempts: null, since: null };
  const { status, closeTime } = found.workflowExecutionInfo ?? {};
  if (status === RUNNING)
    return (await failingTask(client, workflowId, found, textOf)) ?? failingActivity(found, textOf);
  const [last] = await eventsBack(client, workflowId, 1);
  const said =
    last?.workflowExecutionTerminatedEventAttributes?.reason ??
    (await textOf(last?.workflowExecutionFailedEventAttributes?.failure));
  return {
    trouble: ENDED[status ?? 0] ?? 'ended',
    said: said || null,
    attempts: null,
    since: instant(optionalTsToMs(closeTime)),
  };
}

/** A workflow whose task has been tried before: its code throws, is another than it began with, or gives no answer. */
async function failingTask(
  client: Client,
  workflowId: string,
  { pendingWorkflowTask: task }: Described,
  textOf: TextOf,
): Promise<Standing | null> {
  const attempts = task?.attempt ?? 1;
  if (!task || attempts < 2) return null;
  // Only the first failure is written; those after it are counted.
  const events = await eventsBack(client, workflowId, LOOK_BACK);
  const failed = events.find((event) => event.workflowTaskFailedEventAttributes);
  const since = instant(optionalTsToMs(failed?.eventTime ?? task.originalScheduledTime));
  if (!failed) {
    // A worker that ended with a task in its hands is no trouble: another takes it over.
    return attempts < MANY_TRIES ? null : { trouble: 'task-unanswered', said: null, attempts, since };
  }
  const said = await textOf(failed.workflowTaskFailedEventAttributes?.failure as Failure);
  const trouble = said !== null && /TMPRL1100|Nondeterminism/.test(said) ? 'other-code' : 'task-fails';
  return { trouble, said, attempts, since };
}

async function failingActivity({ pendingActivities }: Described, textOf: TextOf): Promise<Standing | null> {
  const [worst] = (pendingActivities ?? [])
    .filter(({ attempt, lastFailure }) => (attempt ?? 1) >= MANY_TRIES && lastFailure)
    .toSorted((a, b) => (b.attempt ?? 0) - (a.attempt ?? 0));
  if (!worst) return null;
  const said = await textOf(worst.lastFailure as Failure);
  return {
    trouble: 'activity-fails',
    said: [worst.activityType?.name, said].filter(Boolean).join(': '),
    attempts: worst.attempt ?? null,
    since: instant(optionalTsToMs(worst.scheduledTime)),
  };
}

async function eventsBack(client: Client, workflowId: string, maximumPageSize: number) {
  const { namespace } = client.options;
  const asked = { namespace, execution: { workflowId }, maximumPageSize };
  const found = await orNull(client.workflowService.getWorkflowExecutionHistoryReverse(asked));
  return found?.history?.events ?? [];
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return null;
    throw error;
  });
}

const instant = (ms: number | undefined): string | null =>
  ms === undefined || ms === 0 ? null : new Date(ms).toISOString();
