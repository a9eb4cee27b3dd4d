import type { Client } from '@temporalio/client';
import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import type { Db } from '@tinhgon/database/schema';
import { answersOnRecord } from '@tinhgon/database/queries/workflows/answers-on-record';
import { projectedSubject } from '@tinhgon/database/queries/workflows/projected-subject';
import type { StateOf, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import { START_FROM_RECORD } from '@tinhgon/workflows/subject/start-options';

export interface Starting {
  readonly db: Db;
  readonly client: Client;
  readonly deployment: Deployment;
  readonly taskQueue: string;
  /** Signs what is done for people in their name; absent where nothing is signed. */
  readonly keyRing?: KeyRing | null;
}

/**
 * How the workflow of a subject already in the record is started: from its row. An already running one is left
 * alone. Null when the record knows no such subject.
 */
export async function startOptionsFromRecord<K extends WorkflowKind>(
  { db, deployment, taskQueue }: Omit<Starting, 'client'>,
  kind: K,
  code: string,
) {
  const row = await projectedSubject(db, kind, code);
  if (!row) return null;
  const answers = await answersOnRecord(db, `${kind}/${code}`, row.state.seq);
  const phase: StateOf[K]['phase'] = row.state.phase;
  return {
    phase,
    ...START_FROM_RECORD[kind]({ deployment, from: { ...row, answers } }, taskQueue),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  } as const;
}
