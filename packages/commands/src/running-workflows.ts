import type { Client } from '@temporalio/client';
import { WORKFLOW_KINDS } from '@tinhgon/rules/subject-kinds';

/**
 * Ids of the workflows of subjects, operations and reports that run in a deployment. Visibility lags behind: it lacks
 * what has just begun, and has what has just ended.
 */
export async function runningWorkflows(client: Client, taskQueue: string): Promise<ReadonlySet<string>> {
  const types = [...WORKFLOW_KINDS, 'operation', 'report'].map((kind) => `'${kind}'`).join(', ');
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}' AND WorkflowType IN (${types})`;
  const found = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query })) found.add(workflowId);
  return found;
}
