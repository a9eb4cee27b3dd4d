import { agencyMoved } from '../agency-move.ts';
import { stepDefinition } from '../chain.ts';
import { unsettledIn } from '../confirming/keeping.ts';
import { confirmedBy } from '../confirming/objections.ts';
import { dueOf, timingOf } from '../clock.ts';
import { dateEvent } from '../dates/decide.ts';
import { dayOf, type Instant } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import { fileEvent } from '../files/objections.ts';
import { leavesVersion } from '../leaves-version.ts';
import { passedOn } from '../pass-on.ts';
import { personRef, SYSTEM } from '../person.ts';
import { remarkEvent } from '../remark/decide.ts';
import { receiverOf } from '../standing.ts';
import { chainAfter } from '../replan.ts';
import { assertNever, type StepKey } from '../vocabulary.ts';
import { barredAt, representedIn } from './acting.ts';
import type { StampedPlanCommand } from './command.ts';
import type { PlanEvent, PlanEventBody } from './event.ts';
import { evolvePlan } from './evolve.ts';
import { isComplete } from './hear.ts';
import { type Lane, laneFor, openSteps } from './lanes.ts';
import { approvalsVoided } from './material.ts';
import { onward, returned, savedAside } from './moves.ts';
import { objectionToPlanCommand } from './objections.ts';
import { planUnder } from './replan.ts';
import { splitBody } from './parting.ts';
import { planInherited, reopenedBody } from './reopen.ts';
import { clockDates, type PlanState } from './state.ts';

/**
 * What a command does to a plan: the event that follows, or why not. Pure; `now` is the workflow's time.
 * Version and step are checked before anything else, so that a stale tab hears that it is stale.
 */
export function decidePlan(
  before: PlanState,
  command: StampedPlanCommand,
  now: Instant,
): Result<PlanEvent[]> {
  const objection = objectionToPlanCommand(before, command, now);
  if (objection) return { ok: false, rejection: objection };
  const inherited = command.type === 'reopen' ? planInherited(before, command.heir) : null;
  const moved: PlanEvent[] = inherited
    ? [{ ...inherited, seq: before.seq + 1, version: before.version, at: now, actor: SYSTEM }]
    : [];
  const state = moved.reduce(evolvePlan, before);
  const event: PlanEvent = {
    ...eventBody(state, command, now),
    seq: state.seq + 1,
    version: raisesVersion(command) ? state.version + 1 : state.version,
    at: now,
    actor: personRef(command.actor),
    ...optional('onBehalfOf', representedIn(state, command)),
    commandId: command.commandId,
  };
  if (!isLast(state, event) || !isComplete(evolvePlan(state, event))) return ok([...moved, event]);
  const { version, at } = event;
  return ok([event, { type: 'completed', seq: event.seq + 1, version, at, actor: SYSTEM }]);
}

/**
 * Whether it may leave a plan of which no document will report again: the last lane, when the documents of the others
 * are done; a plan open again that comes back to what it was; what stays when the rest was split off.
 */
const isLast = (state: PlanState, { type }: PlanEventBody): boolean =>
  type === 'split' ||
  (type === 'approved' && state.aside !== undefined) ||
  ((type === 'approved' || type === 'submitted') && state.inForce !== undefined);

function eventBody(state: PlanState, command: StampedPlanCommand, now: Instant): PlanEventBody {
  if (command.type === 'passOnStep') {
    return passedOn(openSteps(state), command, (step) => barredAt(state, step));
  }
  const at = 'step' in command ? command.step : undefined;
  const lane = laneFor(state, command.type, command.actor, at) as Lane;
  switch (command.type) {
    case 'saveContent': {
      if (lane.step.key !== state.step?.key) return savedAside(state, lane, command.facts);
      const { step } = lane;
      const due = dueOf(
        stepDefinition(state.chain, step.key),
        dayOf(step.openedAt),
        clockDates(command.facts.header),
        state.calendar,
      );
      // A returned plan keeps the days it was given to answer.
      const dueOn = state.phase === 'returned' ? step.dueOn : due.on;
      return {
        type: 'contentSaved',
        facts: command.facts,
        dueOn,
        timing: timingOf(dueOn, dayOf(now), state.calendar),
        ...optional('aside', state.aside),
      };
    }
    case 'linkDocument':
      return {
        type: 'documentLinked',
        documentCode: command.documentCode,
        procedureCodes: command.procedureCodes,
      };
    case 'unlinkDocument':
      return {
        type: 'documentUnlinked',
        documentCode: command.documentCode,
        procedureCodes: command.procedureCodes,
      };
    case 'submit': {
      const voided = approvalsVoided(state, lane.procedureCodes);
      return {
        type: 'submitted',
        ...onward(state, lane, now),
        ...optional('note', command.note),
        ...optional('voided', voided.length > 0 ? voided : undefined),
      };
    }
    case 'approve':
      return {
        type: 'approved',
        contentHash: command.contentHash,
        ...onward(state, lane, now),
        ...optional('decisionNumber', command.decisionNumber),
        ...optional('note', command.note),
        ...keeping(state, lane.step.key, lane.procedureCodes),
      };
    case 'confirmChanges': {
      const codes = confirmedBy(state, lane.step, command).flatMap((one) => one.procedureCode ?? []);
      return {
        type: 'approved',
        contentHash: command.contentHash,
        ...onward(state, { ...lane, procedureCodes: codes }, now),
        confirms: command.remarkIds,
      };
    }
    case 'return': {
      const { phase, ...going } = returned(state, lane, command, now);
      return {
        type: 'returned',
        ...going,
        reason: command.reason,
        ...optional('phase', phase === 'returned' ? undefined : phase),
        ...keeping(state, lane.step.key, going.procedureCodes ?? lane.procedureCodes),
      };
    }
    case 'refuse':
      return { type: 'refused', step: lane.step.key, reason: command.reason };
    case 'withdraw':
      return { type: 'withdrawn', reason: command.reason };
    case 'split':
      return splitBody(state, command, now);
    case 'reopen':
      return reopenedBody(state, command, now);
    case 'claim':
      return { type: 'stepClaimed', step: lane.step.key };
    case 'release':
      return { type: 'stepReleased', step: lane.step.key };
    case 'reassign':
      return {
        type: 'stepReassigned',
        step: lane.step.key,
        to: receiverOf(command.assignee, lane.step, barredAt(state, lane.step)),
        ...optional('reason', command.reason),
      };
    case 'moveAgency':
      return agencyMoved({ leadAgency: state.leadAgency, coAgencies: state.header.coAgencies }, command);
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return dateEvent(state, command, now);
    case 'comment':
      return { type: 'commented', text: command.text, ...optional('procedureCode', command.procedureCode) };
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
      return remarkEvent(state, command);
    case 'attachFile':
    case 'detachFile':
      return fileEvent(state, command);
    case 'replan': {
      const { steps } = planUnder(state, command, now);
      return {
        type: 'replanned',
        steps,
        ...optional('chain', command.chain && chainAfter(state, command.chain)),
        ...optional('calendar', command.calendar),
      };
    }
    default:
      return assertNever(command);
  }
}

/** What the check saw of procedures it has unsettled remarks on is kept: a change may answer them. */
const keeping = (
  state: PlanState,
  check: StepKey,
  procedureCodes: readonly string[],
): { readonly keeps?: readonly string[] } => {
  const keeps = unsettledIn(state, check, procedureCodes);
  return keeps.length > 0 ? { keeps } : {};
};

/** A remark, a file or another calendar changes nothing that an approver signs; another chain does. */
const raisesVersion = (command: StampedPlanCommand): boolean =>
  command.type === 'replan' ? command.chain !== undefined : !leavesVersion(command.type);

/** Leaves a property out rather than setting it to undefined: events are JSON. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
