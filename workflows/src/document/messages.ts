import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { StampedDocumentCommand } from '@tinhgon/rules/document/command';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import type { DocumentStart } from '@tinhgon/rules/document/start';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { DocumentNews, PlanLinkNews } from '@tinhgon/rules/messages';
import type { Carried, CommandOutcome, SubjectInput, SubjectReport } from '../subject/messages.ts';

/** Argument of the workflow `document`, id `document/{code}`. */
export type DocumentInput = SubjectInput<DocumentStart, DocumentState, DocumentEvent, DocumentNews>;
export type DocumentCarried = Carried<DocumentState, DocumentEvent, DocumentNews>;

type CommandType = StampedDocumentCommand['type'];

const update = <T extends CommandType>(type: T) =>
  defineUpdate<CommandOutcome, [Extract<StampedDocumentCommand, { type: T }>]>(type);

/** One update for each command, named like it; the update id is the command's id. */
export const documentUpdates = {
  saveContent: update('saveContent'),
  submit: update('submit'),
  approve: update('approve'),
  return: update('return'),
  refuse: update('refuse'),
  withdraw: update('withdraw'),
  claim: update('claim'),
  release: update('release'),
  reassign: update('reassign'),
  comment: update('comment'),
  remark: update('remark'),
  answerRemark: update('answerRemark'),
  resolveRemark: update('resolveRemark'),
  reopenRemark: update('reopenRemark'),
  confirmChanges: update('confirmChanges'),
  askConsultation: update('askConsultation'),
  answerConsultation: update('answerConsultation'),
  respondToPoint: update('respondToPoint'),
  attachFile: update('attachFile'),
  detachFile: update('detachFile'),
  replan: update('replan'),
  recordPromulgation: update('recordPromulgation'),
  recordAnnouncement: update('recordAnnouncement'),
  recordDatabaseEntry: update('recordDatabaseEntry'),
  recordDisplay: update('recordDisplay'),
  correctEvidence: update('correctEvidence'),
  confirmCorrection: update('confirmCorrection'),
  moveAgency: update('moveAgency'),
  passOnStep: update('passOnStep'),
  requestDateChange: update('requestDateChange'),
  approveDateChange: update('approveDateChange'),
  refuseDateChange: update('refuseDateChange'),
  explainDelay: update('explainDelay'),
} as const satisfies Record<CommandType, unknown>;

/** A plan tells its document what it asks of it. */
export const planLinkNewsSignal = defineSignal<[PlanLinkNews]>('planLinkNews');

export const documentStateQuery = defineQuery<SubjectReport<DocumentState>>('state');
