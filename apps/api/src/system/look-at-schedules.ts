import { type Client, ScheduleNotFoundError, WorkflowNotFoundError } from '@temporalio/client';
import { SCHEDULE_NAMES, type ScheduleName } from '@tinhgon/rules/installation';
import type { ScheduledView } from '@tinhgon/rules/views/system';
import type { ReconcileReport } from '@tinhgon/workflows/reconcile/reconcile';
import { scheduleId } from '@tinhgon/workflows/schedules';

const HOUR_MS = 3_600_000;
/** How long one may wait for the next: what is nightly is made up for within twelve hours. */
const LATE_AFTER_MS: Readonly<Record<ScheduleName, number>> = {
  'checkpoint-nightly': 37 * HOUR_MS,
  'reconcile-nightly': 37 * HOUR_MS,
  'prune-nightly': 37 * HOUR_MS,
  reminders: 15 * 60_000,
};
const MOST_DIFFERENCES = 10;

/** What starts by itself: when it last did, what came of it, when it will again. */
export const lookAtSchedules = (client: Client, taskQueue: string): Promise<ScheduledView[]> =>
  Promise.all(SCHEDULE_NAMES.map((name) => lookAt(client, taskQueue, name)));

async function lookAt(client: Client, taskQueue: string, name: ScheduleName): Promise<ScheduledView> {
  const found = await client.schedule
    .getHandle(scheduleId(name, taskQueue))
    .describe()
    .catch((error: unknown) => {
      if (error instanceof ScheduleNotFoundError) return null;
      throw error;
    });
  const last = found?.info.recentActions.at(-1);
  const run = last && (await lookAtRun(client, last.action.workflow, name));
  const begun = last?.takenAt ?? found?.info.createdAt;
  const differences = run?.differences ?? null;
  return {
    name,
    lastAt: last?.takenAt.toISOString() ?? null,
    outcome: run?.outcome ?? null,
    nextAt: found?.info.nextActionTimes[0]?.toISOString() ?? null,
    paused: found?.state.paused ?? false,
    late: begun === undefined || Date.now() - begun.getTime() > LATE_AFTER_MS[name],
    differences: differences?.slice(0, MOST_DIFFERENCES) ?? null,
    moreDifferences: Math.max(0, (differences?.length ?? 0) - MOST_DIFFERENCES),
  };
}

interface Run {
  readonly outcome: NonNullable<ScheduledView['outcome']>;
  readonly differences: Pick<ReconcileReport['differences'][number], 'subject' | 'what'>[] | null;
}

async function lookAtRun(
  client: Client,
  { workflowId, firstExecutionRunId }: { readonly workflowId: string; readonly firstExecutionRunId: string },
  name: ScheduleName,
): Promise<Run> {
  try {
    const handle = client.workflow.getHandle(workflowId, firstExecutionRunId);
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return { outcome: 'running', differences: null };
    if (status.name !== 'COMPLETED') return { outcome: 'failed', differences: null };
    if (name !== 'reconcile-nightly') return { outcome: 'done', differences: null };
    const { differences } = (await handle.result()) as ReconcileReport;
    return { outcome: 'done', differences: differences.map(({ subject, what }) => ({ subject, what })) };
  } catch (error) {
    // Temporal forgets what ended weeks ago.
    if (error instanceof WorkflowNotFoundError) return { outcome: 'unknown', differences: null };
    throw error;
  }
}
