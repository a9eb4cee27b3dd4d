import { heartbeat } from '@temporalio/activity';
import { countWork } from '@tinhgon/database/operations/count-work';
import { agenciesOf, fixAgencyChange, fixLatecomers } from '@tinhgon/database/operations/fix-agency-change';
import { fixLeftBehind } from '@tinhgon/database/operations/fix-leaving';
import {
  noteOperation,
  operationById,
  type OperationRow,
  progressOf,
  retryFailed,
} from '@tinhgon/database/operations/work-through';
import type { OperationEventBody } from '@tinhgon/database/operations/event';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
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
  const today = (): LegalDate => dayOf(now());
  const known = async (id: string): Promise<OperationRow> => {
    const operation = await operationById(db, id);
    if (!operation) throw new RangeError(`there is no operation ${id}`);
    return operation;
  };
  return {
    fixOperation: async (id) => {
      const operation = await known(id);
      const { parameters, by_id, by_name } = operation;
      if (parameters.of === 'agencies') {
        const stamp = { actor: { id: by_id, name: by_name }, now: now() };
        await fixAgencyChange(db, operation, parameters.change, today(), stamp);
      }
      return progressOf(db, id);
    },
    applyItems: (request) => applyItems(starting, log, request, () => heartbeat()),
    retryItems: async (id) => {
      await retryFailed(db, id);
      return progressOf(db, id);
    },
    finishOperation: async (id) => {
      const { parameters, undoes, counts } = await known(id);
      const stamp = { actor: SYSTEM, now: now() };
      const change = parameters.of === 'agencies' ? parameters.change : null;
      if (change && undoes === null && (await fixLatecomers(db, id, change, stamp)) > 0) {
        return { finished: false, progress: await progressOf(db, id) };
      }
      if (parameters.of === 'leaving') {
        const left = await fixLeftBehind(db, id, parameters.person.id, today(), stamp);
        if (left > 0) return { finished: false, progress: await progressOf(db, id) };
      }
      const progress = await progressOf(db, id);
      const compared =
        change && counts
          ? { counts: { ...counts, after: await countWork(db, agenciesOf(change), today()) } }
          : {};
      const body = { type: 'operationFinished', progress, ...compared } as const;
      await noteOperation(db, id, { state: 'done', ...compared }, body, stamp);
      return { finished: true, progress };
    },
    noteCommand: async (note) => {
      const { id, commandId, by, receipt } = note;
      const { state, body: consequent } = await consequence(note);
      const body = receipt ? { ...consequent, receipt } : consequent;
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
