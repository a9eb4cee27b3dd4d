import type { Actor } from '../actor.ts';
import { objectionToMoving } from '../agency-move.ts';
import { returnTargets, stepFacts } from '../chain.ts';
import { objectionToConfirming } from '../confirming/objections.ts';
import { dated } from '../dates/dated.ts';
import { missedBy } from '../dates/missed.ts';
import { isDateCommand, objectionToDateAction, objectionToDateFacts } from '../dates/objections.ts';
import { dayOf, type Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { type Filing, objectionToFileCommand, objectionToFilingAnywhere } from '../files/objections.ts';
import { leavesVersion } from '../leaves-version.ts';
import {
  objectionToActing,
  objectionToDeciding,
  objectionToHolding,
  objectionToReassigning,
  objectionToReleasing,
  objectionIn,
} from '../policy.ts';
import { isTalk } from '../remark/fields.ts';
import {
  objectionToApprovingUnanswered,
  objectionToRemark,
  objectionToSubmittingUnanswered,
  objectionToTalking,
} from '../remark/objections.ts';
import { neededAt, wayIn } from '../standing.ts';
import { barredAt, wayToReopen, wayToSplit, wayToWithdraw } from './acting.ts';
import { objectionToReplanning } from '../replan.ts';
import { assertNever, isClosed, type StepKey } from '../vocabulary.ts';
import { objectionToPassingOn } from '../pass-on.ts';
import type { SweepingCommand, StampedPlanCommand } from './command.ts';
import { hasPassed, type Lane, laneFor, lanesOf, openSteps } from './lanes.ts';
import { linkCount, MAX_LINKS } from './links.ts';
import { objectionToOthersChanged } from './others-changed.ts';
import { objectionToParting } from './parting.ts';
import { underHeir } from './reopen.ts';
import { planContentHash, type PlanState } from './state.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Why `command` cannot be carried out now, or null. The UI asks the same to explain a disabled button. */
export function objectionToPlanCommand(
  state: PlanState,
  command: StampedPlanCommand,
  now: Instant,
): Rejection | null {
  if (command.type === 'moveAgency') {
    return objectionToMoving({ ...state, coAgencies: state.header.coAgencies }, command);
  }
  if (command.type === 'passOnStep') {
    return objectionToPassingOn(openSteps(state), command, (step) => barredAt(state, step));
  }
  if (command.type === 'attachFile' || command.type === 'detachFile') {
    return objectionToFileCommand(planFiling(state), command);
  }
  if (command.type === 'replan') return objectionToReplanning(state, openSteps(state), command);
  if (!leavesVersion(command.type) && command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const step = 'step' in command ? command.step : undefined;
  const under = command.type === 'reopen' ? underHeir(state, command.heir) : state;
  const byType = objectionToPlanAction(under, command.type, command.actor, step);
  if (byType) return byType;
  return objectionToFacts(state, command, laneFor(state, command.type, command.actor, step), now);
}

/** The part of the answer that needs no payload: state, function, holder, four eyes. */
export function objectionToPlanAction(
  state: PlanState,
  type: Exclude<StampedPlanCommand['type'], SweepingCommand['type']>,
  actor: Actor,
  stepKey?: StepKey,
): Rejection | null {
  if (isTalk(type)) return objectionToTalking(state, type, actor);
  if (type === 'attachFile' || type === 'detachFile')
    return objectionToFilingAnywhere(planFiling(state), actor);
  if (isDateCommand(type)) return objectionToDateAction(dated(state), type, actor);
  if (type === 'reopen') return objectionIn(wayToReopen(state, actor));
  if (isClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (type === 'split') return objectionIn(wayToSplit(state, actor));
  if (type === 'withdraw') return objectionIn(wayToWithdraw(state, actor));
  const step = laneFor(state, type, actor, stepKey)?.step;
  if (!step) {
    const [open] = lanesOf(state);
    return no('STEP_NOT_OPEN', open ? { details: stepFacts(state.chain, open.step.key) } : {});
  }
  switch (type) {
    case 'saveContent':
    case 'linkDocument':
    case 'unlinkDocument':
    case 'submit':
      return objectionToActing(actor, step);
    case 'approve':
    case 'return':
    case 'confirmChanges':
      return objectionToDeciding(actor, step, state.editors);
    case 'refuse':
      return (
        objectionToDeciding(actor, step, state.editors) ??
        (hasPassed(state.phase) ? no('PARTLY_APPROVED') : null)
      );
    case 'claim':
      // Who could never decide must not keep others from deciding.
      return objectionToDeciding(actor, step, barredAt(state, step));
    case 'release':
      return objectionToReleasing(actor, step);
    case 'reassign':
      return objectionToReassigning(actor, step, state.leadAgency);
    default:
      return assertNever(type);
  }
}

/** What decides who may attach files to a plan. */
export const planFiling = (state: PlanState): Filing => ({ ...state, openSteps: openSteps(state) });

function objectionToFacts(
  state: PlanState,
  command: Exclude<StampedPlanCommand, SweepingCommand>,
  lane: Lane | undefined,
  now: Instant,
): Rejection | null {
  const own = lane?.procedureCodes ?? [];
  switch (command.type) {
    case 'saveContent':
      return objectionToOthersChanged(state, own, command.facts);
    case 'submit': {
      if (own.length === 0) return no('INCOMPLETE_PLAN', { field: 'measures' });
      const index = state.measures.findIndex(
        ({ procedureCode, documents }) => own.includes(procedureCode) && documents.length === 0,
      );
      if (index >= 0) return no('INCOMPLETE_PLAN', { field: `measures.${index}.documents` });
      return objectionToSubmittingUnanswered(state, own);
    }
    case 'approve':
      return command.contentHash === planContentHash(state)
        ? objectionToApprovingUnanswered(state, command.actor, own)
        : no('CONTENT_CHANGED', { field: 'contentHash' });
    case 'confirmChanges':
      if (command.contentHash !== planContentHash(state))
        return no('CONTENT_CHANGED', { field: 'contentHash' });
      return lane ? objectionToConfirming(state, lane.step, state.editors, command) : null;
    case 'return': {
      const targets = returnTargets(state.chain, lane?.step.key ?? 'review');
      const index = command.procedureCodes?.findIndex((code) => !own.includes(code)) ?? -1;
      if (index >= 0) return no('UNKNOWN_PROCEDURE', { field: `procedureCodes.${index}` });
      return command.toStep === undefined || targets.some((step) => step.key === command.toStep)
        ? null
        : no('INVALID_RETURN_STEP', { field: 'toStep' });
    }
    case 'linkDocument':
    case 'unlinkDocument': {
      const index = command.procedureCodes.findIndex(
        (code) => !state.measures.some((measure) => measure.procedureCode === code),
      );
      if (index >= 0) return no('UNKNOWN_PROCEDURE', { field: `procedureCodes.${index}` });
      const elsewhere = command.procedureCodes.findIndex((code) => !own.includes(code));
      if (elsewhere >= 0) return no('NOT_RETURNED', { field: `procedureCodes.${elsewhere}` });
      const linked = (code: string) =>
        state.measures.some((m) => m.procedureCode === code && m.documents.includes(command.documentCode));
      if (command.type === 'linkDocument') {
        if (linkCount(state.measures) + command.procedureCodes.length > MAX_LINKS) {
          return no('TOO_LARGE', { field: 'procedureCodes', details: { max: MAX_LINKS } });
        }
        return command.procedureCodes.every(linked) ? no('ALREADY_LINKED', { field: 'documentCode' }) : null;
      }
      return command.procedureCodes.some(linked) ? null : no('NOT_LINKED', { field: 'documentCode' });
    }
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return objectionToDateFacts(dated(state), missedBy(state, dayOf(now)), command, now);
    case 'comment':
      return command.procedureCode === undefined ||
        state.measures.some((measure) => measure.procedureCode === command.procedureCode)
        ? null
        : no('UNKNOWN_PROCEDURE', { field: 'procedureCode' });
    case 'split':
      return objectionToParting(state, command.actor, command.procedureCodes);
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
      return objectionToRemark(state, command);
    case 'reassign': {
      if (!lane || objectionToHolding(command.assignee, lane.step)) {
        return no('INVALID_ASSIGNEE', { field: 'to' });
      }
      const given = { ...neededAt(lane.step), holder: null };
      const way = wayIn(command.assignee, given, barredAt(state, lane.step));
      return way.ok ? null : { ...way.rejection, field: 'to' };
    }
    default:
      return null;
  }
}
