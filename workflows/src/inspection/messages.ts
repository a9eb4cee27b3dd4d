import { defineUpdate } from '@temporalio/workflow';
import type { StampedInspectionCommand } from '@tinhgon/rules/inspection/command';
import type { InspectionEvent } from '@tinhgon/rules/inspection/event';
import type { InspectionStart } from '@tinhgon/rules/inspection/start';
import type { InspectionState } from '@tinhgon/rules/inspection/state';
import type { CommandOutcome, SubjectInput } from '../subject/messages.ts';

/** Argument of the workflow `inspection`, id `inspection/{code}`. */
export type InspectionInput = SubjectInput<InspectionStart, InspectionState, InspectionEvent, never>;

type CommandType = StampedInspectionCommand['type'];

const update = <T extends CommandType>(type: T) =>
  defineUpdate<CommandOutcome, [Extract<StampedInspectionCommand, { type: T }>]>(type);

/** One update for each command, named like it; the update id is the command's id. */
export const inspectionUpdates = {
  noteFinding: update('noteFinding'),
  answerFinding: update('answerFinding'),
  confirmRemedied: update('confirmRemedied'),
  sendBackFinding: update('sendBackFinding'),
  dropFinding: update('dropFinding'),
  close: update('close'),
  nameInspector: update('nameInspector'),
  moveAgency: update('moveAgency'),
} as const satisfies Record<CommandType, unknown>;
