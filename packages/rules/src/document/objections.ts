import type { Actor } from '../actor.ts';
import { objectionToMoving } from '../agency-move.ts';
import { returnTargets, type StepDefinition } from '../chain.ts';
import { objectionToConfirming as objectionToConfirmingChanges } from '../confirming/objections.ts';
import { dated } from '../dates/dated.ts';
import { missedBy } from '../dates/missed.ts';
import { isDateCommand, objectionToDateAction, objectionToDateFacts } from '../dates/objections.ts';
import {
  isConsulting,
  objectionToConsultation,
  objectionToConsulting,
  objectionToPassingOver,
} from '../consultation/objections.ts';
import { hashOf } from '../hash.ts';
import { dayOf, type Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { type Filing, objectionToFileCommand, objectionToFilingAnywhere } from '../files/objections.ts';
import { leavesVersion } from '../leaves-version.ts';
import { neededAt, wayIn } from '../standing.ts';
import {
  objectionIn,
  objectionToActing,
  objectionToDeciding,
  objectionToHolding,
  objectionToReassigning,
  objectionToReleasing,
} from '../policy.ts';
import { isTalk } from '../remark/fields.ts';
import {
  objectionToApprovingUnanswered,
  objectionToRemark,
  objectionToSubmittingUnanswered,
  objectionToTalking,
} from '../remark/objections.ts';
import { assertNever, isClosed, type StepKey } from '../vocabulary.ts';
import { objectionToPassingOn } from '../pass-on.ts';
import type { SweepingCommand } from '../plan/command.ts';
import { objectionToReplanning } from '../replan.ts';
import type { StampedDocumentCommand } from './command.ts';
import { barredAt, wayToDraft } from './acting.ts';
import {
  objectionToConfirming,
  objectionToCorrecting,
  objectionToCorrection,
} from './correcting-objections.ts';
import { linkedProcedures } from './coverage.ts';
import { objectionToRecording } from './recording-objections.ts';
import { allEditors, documentContentHash, type DocumentState, isUnappraised } from './state.ts';
import { stepFor } from './step-for.ts';

/** What people do to a document; operations over many of them are judged apart. */
type Command = Exclude<StampedDocumentCommand, SweepingCommand>;

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Why `command` cannot be carried out now, or null. */
export function objectionToDocumentCommand(
  state: DocumentState,
  command: StampedDocumentCommand,
  now: Instant,
): Rejection | null {
  if (command.type === 'moveAgency') return objectionToMoving({ ...state, coAgencies: [] }, command);
  if (command.type === 'passOnStep') {
    return objectionToPassingOn(state.steps, command, (step) =>
      step.kind === 'edit' ? [] : allEditors(state),
    );
  }
  if (command.type === 'attachFile' || command.type === 'detachFile') {
    return objectionToFileCommand(documentFiling(state), command);
  }
  if (command.type === 'replan') return objectionToReplanning(state, state.steps, command);
  if (!leavesVersion(command.type) && command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const step = 'step' in command && command.type !== 'explainDelay' ? command.step : undefined;
  const byType = objectionToDocumentAction(state, command.type, command.actor, step);
  return byType ?? objectionToFacts(state, command, now);
}

/** The part of the answer that needs no payload: state, function, holder, four eyes. */
export function objectionToDocumentAction(
  state: DocumentState,
  type: Command['type'],
  actor: Actor,
  stepKey?: StepKey,
): Rejection | null {
  if (isConsulting(type)) return objectionToConsulting(state, type, actor);
  if (isTalk(type)) return objectionToTalking(state, type, actor);
  if (type === 'correctEvidence') return objectionToCorrecting(state, actor);
  if (type === 'confirmCorrection') {
    return state.corrections.length > 0
      ? objectionToCorrecting(state, actor)
      : no('NOT_FOUND', { field: 'correctionId' });
  }
  if (type === 'attachFile' || type === 'detachFile') {
    return objectionToFilingAnywhere(documentFiling(state), actor);
  }
  if (isDateCommand(type)) return objectionToDateAction(dated(state), type, actor);
  if (isClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (type === 'withdraw') {
    return state.promulgation ? no('STEP_NOT_OPEN') : objectionIn(wayToDraft(state, actor));
  }
  // A waiting document is edited by its drafters although no step of it is open yet.
  if (type === 'saveContent' && state.phase === 'waiting') return objectionIn(wayToDraft(state, actor));
  const step = stepFor(state, type, actor, stepKey);
  if (!step) return no('STEP_NOT_OPEN');
  switch (type) {
    case 'saveContent':
    case 'submit':
      return objectionToActing(actor, step);
    case 'claim':
      // Who could never decide must not keep others from deciding.
      return objectionToDeciding(actor, step, barredAt(state, step));
    case 'recordDatabaseEntry':
    case 'recordDisplay':
      return objectionToActing(actor, step);
    case 'approve':
    case 'confirmChanges':
    case 'return':
    case 'refuse':
    case 'recordPromulgation':
    case 'recordAnnouncement':
      return objectionToDeciding(actor, step, allEditors(state));
    case 'release':
      return objectionToReleasing(actor, step);
    case 'reassign':
      return objectionToReassigning(actor, step, state.leadAgency);
    default:
      return assertNever(type);
  }
}

/** What decides who may attach files to a document. */
export const documentFiling = (state: DocumentState): Filing => ({ ...state, openSteps: state.steps });

/** Editing steps a document may go back to: once signed, only its announcement can be drafted again. */
export function documentReturnTargets(state: DocumentState, from: StepKey): readonly StepDefinition[] {
  const targets = returnTargets(state.chain, from);
  return state.promulgation ? targets.filter((step) => step.key === 'draft-announcement') : targets;
}

function objectionToFacts(state: DocumentState, command: Command, now: Instant): Rejection | null {
  const today = dayOf(now);
  switch (command.type) {
    case 'submit':
      return linkedProcedures(state).length > 0
        ? (objectionToSubmittingUnanswered(state) ?? objectionToPassingOver(state))
        : no('INCOMPLETE_DOCUMENT');
    case 'saveContent':
      // Once signed, only the announcement's text is still open; the API compares the rest of the content.
      return state.promulgation && hashOf(command.facts.header) !== hashOf(state.header)
        ? no('STEP_NOT_OPEN', { field: 'content' })
        : null;
    case 'approve':
      return seen(state, command.contentHash) ?? objectionToApprovingUnanswered(state, command.actor);
    case 'confirmChanges': {
      const step = stepFor(state, command.type, command.actor);
      if (!step) return no('STEP_NOT_OPEN');
      return (
        seen(state, command.contentHash) ??
        objectionToConfirmingChanges(state, step, allEditors(state), command)
      );
    }
    case 'return': {
      const from = stepFor(state, 'return', command.actor)?.key ?? 'draft';
      const targets = documentReturnTargets(state, from);
      return command.toStep === undefined || targets.some((step) => step.key === command.toStep)
        ? null
        : no('INVALID_RETURN_STEP', { field: 'toStep' });
    }
    case 'askConsultation':
    case 'answerConsultation':
    case 'respondToPoint':
      return objectionToConsultation(state, command, now);
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
      return objectionToRemark(state, command);
    case 'reassign': {
      const step = stepFor(state, 'reassign', command.actor, command.step);
      if (!step || objectionToHolding(command.assignee, step)) return no('INVALID_ASSIGNEE', { field: 'to' });
      const barred = step.kind === 'edit' ? [] : allEditors(state);
      const way = wayIn(command.assignee, { ...neededAt(step), holder: null }, barred);
      return way.ok ? null : { ...way.rejection, field: 'to' };
    }
    case 'recordPromulgation':
      return (
        (isUnappraised(state) ? no('CONTENT_CHANGED') : null) ??
        seen(state, command.contentHash) ??
        objectionToRecording(state, command, now)
      );
    case 'recordAnnouncement':
      return seen(state, command.contentHash) ?? objectionToRecording(state, command, now);
    case 'recordDatabaseEntry':
    case 'recordDisplay':
      return objectionToRecording(state, command, now);
    case 'correctEvidence':
      return objectionToCorrection(state, command, today);
    case 'confirmCorrection':
      return objectionToConfirming(state, command, today);
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return objectionToDateFacts(dated(state), missedBy(state, today), command, now);
    default:
      return null;
  }
}

const seen = (state: DocumentState, hash: string | undefined): Rejection | null =>
  hash === undefined || hash === documentContentHash(state)
    ? null
    : no('CONTENT_CHANGED', { field: 'contentHash' });
