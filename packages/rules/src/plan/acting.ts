import type { Actor, Held } from '../actor.ts';
import { stepDefinition } from '../chain.ts';
import type { Result } from '../errors.ts';
import { representedInDates } from '../dates/acting.ts';
import { dated } from '../dates/dated.ts';
import type { Represented } from '../person.ts';
import { leaderOf } from '../policy.ts';
import { heldFor, isHolding, neededAt, wayIn } from '../standing.ts';
import type { OpenStep } from '../step.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedPlanCommand } from './command.ts';
import { laneFor } from './lanes.ts';
import type { PlanState } from './state.ts';

/** Its drafters may take a plan back until it is approved; after that only who could approve it. */
export function wayToWithdraw(state: PlanState, actor: Actor): Result<Held> {
  const { leadAgency } = state;
  if (state.phase !== 'approved' && state.phase !== 'carrying-out') {
    return wayIn(actor, { function: 'drafter', agency: leadAgency, subject: 'plan' });
  }
  const approval = stepDefinition(state.chain, 'plan-approval');
  const agency = approval.scope === 'national' ? null : leadAgency;
  return wayIn(actor, { function: approval.function, agency, subject: 'plan' }, state.editors);
}

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
    case 'replan':
    case 'release':
      return undefined;
    case 'withdraw':
      return representedBy(wayToWithdraw(state, actor));
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

const representedBy = (way: Result<Held>): Represented | undefined =>
  way.ok ? way.value.onBehalfOf : undefined;
