import { randomUUID } from 'node:crypto';
import { saveAssignment } from '@tinhgon/database/catalogue/save-assignment';
import { savePerson } from '@tinhgon/database/catalogue/save-person';
import { beginOperation } from '@tinhgon/database/operations/begin-operation';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import type { OperationItem } from '@tinhgon/rules/operation/task';
import { SYSTEM } from '@tinhgon/rules/person';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import {
  type OperationReport,
  operationReportQuery,
  operationSubject,
} from '@tinhgon/workflows/operation/messages';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import { startPending } from '../src/start-pending.ts';
import { deployment } from './start-worker.ts';

/** Enters people with what they hold, as the catalogue does. */
export async function enter(db: Db, people: readonly Actor[]): Promise<void> {
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  for (const { id, name, agency, roles, assignments } of people) {
    await savePerson(
      db,
      { id, subject: id, name, email: null, agency, roles: [...roles], active: true },
      stamp,
    );
    for (const held of assignments) {
      const assignment = { id: randomUUID(), personId: id, ...held, from: '2020-01-01', to: null };
      await saveAssignment(db, assignment, stamp);
    }
  }
}

/** Begins operations and gives them commands, as API and worker do. */
export function operating(temporal: TestTemporal, db: Db, extra: Partial<Deployment> = {}) {
  const { client, taskQueue } = temporal;
  const handle = (id: string) => client.workflow.getHandle(operationSubject(id));
  return {
    async begin(by: Actor, items: readonly OperationItem[]): Promise<string> {
      const id = randomUUID();
      const parameters = { of: 'bulk', action: { type: 'approve' } } as const;
      const stamp = { actor: by, now: new Date().toISOString() };
      await beginOperation(db, { id, kind: 'bulk', parameters, startsAt: null, items }, stamp);
      await startPending({ db, client, taskQueue, deployment: { ...deployment, ...extra } });
      return id;
    },
    report: (id: string): Promise<OperationReport> => handle(id).query(operationReportQuery),
    result: (id: string): Promise<OperationReport> => handle(id).result(),
    command: (id: string, type: string, actor: Actor) => {
      const commandId = randomUUID();
      return handle(id).executeUpdate(type, { updateId: commandId, args: [{ commandId, type, actor }] });
    },
  };
}
