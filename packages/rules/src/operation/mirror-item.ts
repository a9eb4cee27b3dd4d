import { type Agencies, type AgencyMove, mirroredMove, wholeMove } from '../agency-move.ts';
import { mirroredBottleneckMove } from '../bottleneck/move.ts';
import { mirroredCampaignMove } from '../campaign/move.ts';
import { addDays, type LegalDate } from '../day.ts';
import { STAGE } from './agency-work.ts';
import type { OperationItem } from './task.ts';

/**
 * What undoes `item`, which was done; `today` is the day of the undoing. `before` says under which agencies something
 * stood when it was moved, as its event tells it.
 */
export function mirrorItem(
  { stage, subject, task }: OperationItem,
  today: LegalDate,
  before: unknown,
): OperationItem | null {
  const yesterday = addDays(today, -1);
  switch (task.type) {
    case 'saveAgency': {
      const { agency, was } = task;
      return was
        ? { stage: STAGE.open, subject, task: { type: 'saveAgency', agency: was, was: agency } }
        : {
            stage: STAGE.close,
            subject,
            task: { type: 'saveAgency', agency: { ...agency, to: yesterday }, was: agency },
          };
    }
    case 'saveAssignment': {
      const { assignment, was } = task;
      return was
        ? { stage: STAGE.open, subject, task: { type: 'saveAssignment', assignment: was, was: assignment } }
        : {
            stage: STAGE.close,
            subject,
            task: {
              type: 'saveAssignment',
              assignment: { ...assignment, to: yesterday },
              was: assignment,
            },
          };
    }
    case 'movePerson':
      return { stage, subject, task: { type: 'movePerson', from: task.to, to: task.from } };
    case 'moveProcedure':
      return { stage, subject, task: { ...task, from: task.ministry, ministry: task.from } };
    case 'saveDelegation':
      return {
        stage: STAGE.open,
        subject,
        task: { type: 'saveDelegation', delegation: task.was, was: task.delegation },
      };
    case 'moveAgency': {
      const move = mirroredFor(subject, task.move, before);
      return move && { stage, subject, task: { type: 'moveAgency', move } };
    }
    default:
      return null;
  }
}

/** Each kind of subject goes back to where it stood; null where its record does not say that it moved. */
function mirroredFor(subject: string, move: AgencyMove, before: unknown): AgencyMove | null {
  const kind = subject.slice(0, subject.indexOf('/'));
  if (kind === 'inspection') return wholeMove(move.to, move.from);
  if (before === null || before === undefined) return null;
  switch (kind) {
    case 'bottleneck':
      return mirroredBottleneckMove(move, before as Parameters<typeof mirroredBottleneckMove>[1]);
    case 'campaign':
      return mirroredCampaignMove(move, before as Parameters<typeof mirroredCampaignMove>[1]);
    default:
      return mirroredMove(move, before as Agencies);
  }
}
