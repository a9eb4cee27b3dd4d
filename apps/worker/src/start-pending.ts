import { isWorkflowKind, type WorkflowKind } from '@tinhgon/rules/subject-kinds';
import { parseSubject } from '@tinhgon/database/events/subject';
import { pendingStarts, removePendingStart } from '@tinhgon/database/queries/workflows/pending-starts';
import { startOperation } from './operations/start-operation.ts';
import { startReport } from './reports/start-report.ts';
import { type Starting, startOptionsFromRecord } from './activities/start-from-record.ts';

const BATCH = 100;
const AT_ONCE = 8;

/**
 * Starts the workflows of imported open plans and documents and of operations, until none is left; returns how many. Each may be
 * started twice without harm: a running workflow is left alone.
 */
export async function startPending(starting: Starting): Promise<number> {
  let started = 0;
  for (;;) {
    const subjects = await pendingStarts(starting.db, BATCH);
    if (subjects.length === 0) return started;
    const work = async (): Promise<void> => {
      for (let subject = subjects.shift(); subject !== undefined; subject = subjects.shift()) {
        await startFromRecord(starting, subject);
        await removePendingStart(starting.db, subject);
        started += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}

/** Starts the workflow of one subject or operation from its row; one that runs is left alone. */
export async function startFromRecord(starting: Starting, subject: string): Promise<void> {
  const { kind, code } = parseSubject(subject);
  if (kind === 'operation') await startOperation(starting, code);
  else if (kind === 'report') await startReport(starting, code);
  else if (isWorkflowKind(kind)) await startSubject(starting, kind, code);
  else throw new RangeError(`${subject} has no workflow`);
}

async function startSubject(starting: Starting, kind: WorkflowKind, code: string): Promise<void> {
  const options = await startOptionsFromRecord(starting, kind, code);
  if (options) {
    const { phase: _phase, workflowType, ...start } = options;
    await starting.client.workflow.start(workflowType, start);
  }
}
