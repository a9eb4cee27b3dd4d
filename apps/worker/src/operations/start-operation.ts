import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { operationById, progressOf } from '@tinhgon/database/operations/work-through';
import { isEnded } from '@tinhgon/rules/operation/operation';
import { operationStartOptions } from '@tinhgon/workflows/operation/start-options';
import type { Starting } from '../activities/start-from-record.ts';

/** Starts the workflow of an operation from its row; one that runs, or has ended, is left alone. */
export async function startOperation(starting: Starting, id: string): Promise<void> {
  const { db, client, deployment, taskQueue } = starting;
  const row = await operationById(db, id);
  if (!row || isEnded(row.state)) return;
  const { kind, by_id, by_name, starts_at: startsAt, state } = row;
  const from =
    state === 'paused' ? { from: { state, progress: await progressOf(db, id), tries: 0, answers: [] } } : {};
  const by = { id: by_id, name: by_name };
  const { workflowType, ...options } = operationStartOptions(
    { deployment, id, kind, by, startsAt, ...from },
    taskQueue,
  );
  try {
    await client.workflow.start(workflowType, {
      ...options,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
