import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { DocumentNews, PlanLinkNews } from '@tinhgon/rules/messages';
import type { StampedPlanCommand } from '@tinhgon/rules/plan/command';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import type { PlanStart } from '@tinhgon/rules/plan/start';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Carried, CommandOutcome, SubjectInput, SubjectReport } from '../subject/messages.ts';

/** Argument of the workflow `plan`, id `plan/{code}`. */
export type PlanInput = SubjectInput<PlanStart, PlanState, PlanEvent, PlanLinkNews>;
export type PlanCarried = Carried<PlanState, PlanEvent, PlanLinkNews>;

type CommandType = StampedPlanCommand['type'];

const update = <T extends CommandType>(type: T) =>
  defineUpdate<CommandOutcome, [Extract<StampedPlanCommand, { type: T }>]>(type);

/** One update for each command, named like it; the update id is the command's id. */
export const planUpdates = {
  saveContent: update('saveContent'),
  submit: update('submit'),
  approve: update('approve'),
  return: update('return'),
  refuse: update('refuse'),
  withdraw: update('withdraw'),
  linkDocument: update('linkDocument'),
  unlinkDocument: update('unlinkDocument'),
  claim: update('claim'),
  release: update('release'),
  reassign: update('reassign'),
  comment: update('comment'),
  split: update('split'),
  reopen: update('reopen'),
  remark: update('remark'),
  answerRemark: update('answerRemark'),
  resolveRemark: update('resolveRemark'),
  reopenRemark: update('reopenRemark'),
  confirmChanges: update('confirmChanges'),
  attachFile: update('attachFile'),
  detachFile: update('detachFile'),
  moveAgency: update('moveAgency'),
  passOnStep: update('passOnStep'),
  requestDateChange: update('requestDateChange'),
  approveDateChange: update('approveDateChange'),
  refuseDateChange: update('refuseDateChange'),
  explainDelay: update('explainDelay'),
  replan: update('replan'),
} as const satisfies Record<CommandType, unknown>;

/** A document tells its plan how it stands. */
export const documentNewsSignal = defineSignal<[DocumentNews]>('documentNews');

export const planStateQuery = defineQuery<SubjectReport<PlanState>>('state');
