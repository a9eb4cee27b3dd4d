import { heartbeat } from '@temporalio/activity';
import { noteOperation, progressOf, retryFailed } from '@tinhgon/database/operations/work-through';
import type { OperationEventBody } from '@tinhgon/database/operations/event';
import type { OperationState } from '@tinhgon/rules/operation/operation';
import { SYSTEM } from '@tinhgon/rules/person';
import { assertNever } from '@tinhgon/rules/vocabulary';
import type { CommandNote, OperationActivities } from '@tinhgon/workflows/operation/activities';
import type { Logger } from 'pino';
import type { Starting } from '../activities/start-from-record.ts';
import { applyItems } from './apply-items.ts';

/** The activities of `operation/{id}`. */
export function createOperationActivities(starting: Starting, log: Logger): OperationActivities {
  const { db } = starting;
  const now = (): string => new Date().toISOString();
  return {
    fixOperation: (id) => progressOf(db, id),
    applyItems: (request) => applyItems(starting, log, request, () => heartbeat()),
    retryItems: async (id) => {
      await retryFailed(db, id);
      return progressOf(db, id);
    },
    finishOperation: async (id) => {
      const progress = await progressOf(db, id);
      const stamp = { actor: SYSTEM, now: now() };
      await noteOperation(db, id, { state: 'done' }, { type: 'operationFinished', progress }, stamp);
      return { finished: true, progress };
    },
    noteCommand: async (note) => {
      const { id, commandId, by } = note;
      const { state, body } = await consequence(note);
      await noteOperation(db, id, { state }, body, { actor: by, now: now(), commandId });
    },
  };

  async function consequence({
    id,
    type,
    resumesTo,
  }: CommandNote): Promise<{ state: OperationState; body: OperationEventBody }> {
    switch (type) {
      case 'pause':
        return { state: 'paused', body: { type: 'operationPaused' } };
      case 'resume':
        return { state: resumesTo, body: { type: 'operationResumed' } };
      case 'retry':
        return { state: resumesTo, body: { type: 'operationRetried' } };
      case 'cancel':
        return {
          state: 'cancelled',
          body: { type: 'operationCancelled', progress: await progressOf(db, id) },
        };
      default:
        return assertNever(type);
    }
  }
}
