import { defineUpdate } from '@temporalio/workflow';
import type { StampedBottleneckCommand } from '@tinhgon/rules/bottleneck/command';
import type { BottleneckEvent } from '@tinhgon/rules/bottleneck/event';
import type { BottleneckStart } from '@tinhgon/rules/bottleneck/start';
import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import type { BottleneckNews } from '@tinhgon/rules/bottleneck/tell';
import type { CommandOutcome, SubjectInput } from '../subject/messages.ts';

/** Argument of the workflow `bottleneck`, id `bottleneck/{code}`. */
export type BottleneckInput = SubjectInput<BottleneckStart, BottleneckState, BottleneckEvent, BottleneckNews>;

type CommandType = StampedBottleneckCommand['type'];

const update = <T extends CommandType>(type: T) =>
  defineUpdate<CommandOutcome, [Extract<StampedBottleneckCommand, { type: T }>]>(type);

/** One update for each command, named like it; the update id is the command's id. */
export const bottleneckUpdates = {
  answer: update('answer'),
  accept: update('accept'),
  sendBack: update('sendBack'),
  escalate: update('escalate'),
  reassign: update('reassign'),
  withdraw: update('withdraw'),
  comment: update('comment'),
  moveAgency: update('moveAgency'),
} as const satisfies Record<CommandType, unknown>;
