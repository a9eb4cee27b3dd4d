import type { Actor, Held } from '../actor.ts';
import { stepDefinition, stepFacts } from '../chain.ts';
import { confirmedBy, wayToConfirmAll } from '../confirming/objections.ts';
import { representedInDates } from '../dates/acting.ts';
import { dated } from '../dates/dated.ts';
import { ok, reject, type Result } from '../errors.ts';
import type { Represented } from '../person.ts';
import { leaderOf } from '../policy.ts';
import { heldFor, isHolding, neededAt, wayIn } from '../standing.ts';
import type { OpenStep } from '../step.ts';
import { assertNever, isClosed } from '../vocabulary.ts';
import type { StampedPlanCommand } from './command.ts';
import { hasPassed, type Lane, laneFor, lanesOf } from './lanes.ts';
import type { PlanState } from './state.ts';

/** Once a plan is approved it is for whoever could approve it, having edited nothing of it. */
export function wayAsApprover(state: PlanState, actor: Actor): Result<Held> {
  const approval = stepDefinition(state.chain, 'plan-approval');
  const agency = approval.scope === 'national' ? null : state.leadAgency;
  return wayIn(actor, { function: approval.function, agency, subject: 'plan' }, state.editors);
}

const wayAsDrafter = (state: PlanState, actor: Actor): Result<Held> =>
  wayIn(actor, { function: 'drafter', agency: state.leadAgency, subject: 'plan' });

/**
 * Its drafters may take a plan back until it is approved; after that, and while procedures count by an earlier
 * approval, only who could approve it.
 */
export const wayToWithdraw = (state: PlanState, actor: Actor): Result<Held> =>
  hasPassed(state.phase) || state.inForce ? wayAsApprover(state, actor) : wayAsDrafter(state, actor);

/** A plan is split by who edits it, and once something of it is approved by who could withdraw it. */
export function wayToSplit(state: PlanState, actor: Actor): Result<Held> {
  const lane = laneFor(state, 'split', actor);
  const [open] = lanesOf(state);
  const asDrafter = lane
    ? wayIn(actor, neededAt(lane.step))
    : reject('STEP_NOT_OPEN', open ? { details: stepFacts(state.chain, open.step.key) } : {});
  return asDrafter.ok || !hasPassed(state.phase) ? asDrafter : wayAsApprover(state, actor);
}

/** The part of the plan that is with `actor` to be edited: it may leave as an act of drafting. */
export function draftedBy(state: PlanState, actor: Actor): Lane | undefined {
  const lane = laneFor(state, 'split', actor);
  return lane && wayIn(actor, neededAt(lane.step)).ok ? lane : undefined;
}

/**
 * A plan that is done is reopened by the programme office or by whoever could approve it; one that was refused,
 * or taken back before it was approved, by its drafters, who then answer what it was refused for.
 */
export function wayToReopen(state: PlanState, actor: Actor): Result<Held | null> {
  if (!isClosed(state.phase)) return reject('SUBJECT_OPEN');
  if (state.phase !== 'done' && !wasStanding(state)) return wayAsDrafter(state, actor);
  return actor.roles.includes('programme-office') ? ok(null) : wayAsApprover(state, actor);
}

/** It was approved when it was withdrawn, or procedures still count by its last approval. */
export const wasStanding = ({ finishedSteps, inForce }: PlanState): boolean =>
  inForce !== undefined || finishedSteps.at(-1)?.outcome === 'approved';

/** In whose name a command that was accepted is given; undefined where its author acts for themself. */
export function representedIn(state: PlanState, command: StampedPlanCommand): Represented | undefined {
  const { actor } = command;
  const step = laneFor(state, command.type, actor, 'step' in command ? command.step : undefined)?.step;
  switch (command.type) {
    case 'comment':
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
    case 'detachFile':
    case 'moveAgency':
    case 'passOnStep':
    case 'replan':
    case 'release':
      return undefined;
    case 'withdraw':
      return representedBy(wayToWithdraw(state, actor));
    case 'split': {
      const drafted = draftedBy(state, actor);
      const own = command.procedureCodes.every((code) => drafted?.procedureCodes.includes(code));
      if (drafted && own) return representedBy(wayIn(actor, neededAt(drafted.step)));
      return representedBy(wayAsApprover(state, actor));
    }
    case 'reopen':
      return representedBy(wayToReopen(state, actor));
    case 'reassign':
      if (!step || isHolding(actor, step) || actor.roles.includes('programme-office')) return undefined;
      return heldFor(actor, leaderOf(step, state.leadAgency))[0]?.onBehalfOf;
    case 'attachFile':
    case 'saveContent':
    case 'linkDocument':
    case 'unlinkDocument':
    case 'submit':
      return step ? representedBy(wayIn(actor, neededAt(step))) : undefined;
    case 'approve':
    case 'return':
    case 'refuse':
    case 'claim':
      return step ? representedBy(wayIn(actor, neededAt(step), barredAt(state, step))) : undefined;
    case 'confirmChanges': {
      if (!step) return undefined;
      return representedBy(wayToConfirmAll(step, state.editors, command, confirmedBy(state, step, command)));
    }
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return representedInDates(dated(state), command);
    default:
      return assertNever(command);
  }
}

/** Who may not decide on an open step. */
export const barredAt = ({ editors }: Pick<PlanState, 'editors'>, step: OpenStep): readonly string[] =>
  step.kind === 'check' ? editors : [];

const representedBy = (way: Result<Held | null>): Represented | undefined =>
  way.ok ? way.value?.onBehalfOf : undefined;
