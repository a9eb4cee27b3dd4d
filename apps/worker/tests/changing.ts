import { randomUUID } from 'node:crypto';
import { beginOperation } from '@tinhgon/database/operations/begin-operation';
import { countWork } from '@tinhgon/database/operations/count-work';
import { operationById, type OperationRow } from '@tinhgon/database/operations/work-through';
import type { Db } from '@tinhgon/database/schema';
import { dayOf } from '@tinhgon/rules/day';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import type { PersonRef } from '@tinhgon/rules/person';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import { type OperationReport, operationSubject } from '@tinhgon/workflows/operation/messages';
import { startPending } from '../src/start-pending.ts';
import { deployment } from './start-worker.ts';

/** Changes agencies and undoes it, as API and worker do. */
export function changing(db: Db, temporal?: TestTemporal) {
  const now = (): string => new Date().toISOString();
  const start = async (): Promise<void> => {
    if (temporal)
      await startPending({ db, client: temporal.client, taskQueue: temporal.taskQueue, deployment });
  };
  const row = async (id: string): Promise<OperationRow> => {
    const found = await operationById(db, id);
    if (!found) throw new Error(`no operation ${id}`);
    return found;
  };
  return {
    row,
    async begin(by: PersonRef, change: AgencyChange, startsAt: string | null = null): Promise<string> {
      const id = randomUUID();
      const parameters = { of: 'agencies', change } as const;
      await beginOperation(db, { id, kind: change.kind, parameters, startsAt }, { actor: by, now: now() });
      await start();
      return id;
    },
    async undo(by: PersonRef, undoes: string): Promise<string> {
      const id = randomUUID();
      const { parameters } = await row(undoes);
      const stamp = { actor: by, now: now() };
      await beginOperation(db, { id, kind: 'undo', parameters, startsAt: null, undoes }, stamp);
      await start();
      return id;
    },
    async result(id: string): Promise<OperationReport> {
      if (!temporal) throw new Error('without a server nothing runs');
      return temporal.client.workflow.getHandle(operationSubject(id)).result();
    },
    async countOpen(agency: string): Promise<{ plans: number; documents: number }> {
      const counts = (await countWork(db, [agency], dayOf(now())))[agency];
      return { plans: counts?.plans ?? 0, documents: counts?.documents ?? 0 };
    },
  };
}
