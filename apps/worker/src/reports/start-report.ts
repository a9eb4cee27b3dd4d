import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { reportById } from '@tinhgon/database/reports/make-report';
import { REPORT_UNDER_WAY } from '@tinhgon/rules/views/report';
import { reportStartOptions } from '@tinhgon/workflows/report/start-options';
import type { Starting } from '../activities/start-from-record.ts';

/** Starts the workflow that makes a report; one that runs, or has ended, is left alone. */
export async function startReport(starting: Starting, id: string): Promise<void> {
  const { db, client, deployment, taskQueue } = starting;
  const row = await reportById(db, id);
  if (!row || !REPORT_UNDER_WAY.includes(row.state)) return;
  const about = { programme: row.programme, asAt: row.as_at, by: row.asked_by_name };
  const { workflowType, ...options } = reportStartOptions({ id, deployment }, about, taskQueue);
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
