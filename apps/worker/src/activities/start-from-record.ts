import type { Client } from '@temporalio/client';
import type { Db } from '@tinhgon/database/schema';
import { projectedDocument, projectedPlan } from '@tinhgon/database/queries/workflows/projected-subject';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import { documentStartOptions, planStartOptions } from '@tinhgon/workflows/subject/start-options';

export interface Starting {
  readonly db: Db;
  readonly client: Client;
  readonly deployment: Deployment;
  readonly taskQueue: string;
}

/**
 * How the workflow of a plan or document already in the record is started: from its row. An already running
 * one is left alone. Null when the record knows no such subject.
 */
export async function startOptionsFromRecord(
  { db, deployment, taskQueue }: Omit<Starting, 'client'>,
  kind: 'plan' | 'document',
  code: string,
) {
  const policies = {
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  } as const;
  if (kind === 'plan') {
    const from = await projectedPlan(db, code);
    return (
      from && { phase: from.state.phase, ...planStartOptions({ deployment, from }, taskQueue), ...policies }
    );
  }
  const from = await projectedDocument(db, code);
  return (
    from && { phase: from.state.phase, ...documentStartOptions({ deployment, from }, taskQueue), ...policies }
  );
}
