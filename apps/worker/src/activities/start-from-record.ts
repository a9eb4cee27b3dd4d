import type { Client } from '@temporalio/client';
import type { Db } from '@tinhgon/database/schema';
import { answersOnRecord } from '@tinhgon/database/queries/workflows/answers-on-record';
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
  const answers = await answersOnRecord(db, `${kind}/${code}`);
  if (kind === 'plan') {
    const row = await projectedPlan(db, code);
    const options = row && planStartOptions({ deployment, from: { ...row, answers } }, taskQueue);
    return options && { phase: row.state.phase, ...options, ...policies };
  }
  const row = await projectedDocument(db, code);
  const options = row && documentStartOptions({ deployment, from: { ...row, answers } }, taskQueue);
  return options && { phase: row.state.phase, ...options, ...policies };
}
