import { addWorkingDays } from '../calendar.ts';
import { ANSWER_WORKING_DAYS } from '../clock.ts';
import { dayOf, type Instant, laterOf } from '../day.ts';
import { type Heir, inheritedBy } from '../heir.ts';
import { openStep } from '../step.ts';
import { wasStanding } from './acting.ts';
import type { StampedPlanCommand } from './command.ts';
import type { PlanEventBody } from './event.ts';
import { clockDates, type PlanState } from './state.ts';

/**
 * The first editing step once more, with time to answer in, as after a return. Approvals stand for what does not
 * change, unless the plan was taken back after it was approved. A closed plan hears no news: its documents say anew
 * what evidence they have.
 */
export function reopenedBody(
  state: PlanState,
  { reason, evidenceAnew }: Pick<Extract<StampedPlanCommand, { type: 'reopen' }>, 'reason' | 'evidenceAnew'>,
  now: Instant,
): Extract<PlanEventBody, { type: 'reopened' }> {
  const [first] = state.chain.steps;
  if (!first) throw new RangeError('a chain has at least one step');
  const soonest = addWorkingDays(state.calendar, dayOf(now), ANSWER_WORKING_DAYS);
  const dates = clockDates(state.header);
  const reviewOn = laterOf(dates.reviewOn ?? soonest, soonest);
  const next = openStep(first, state.leadAgency, now, { ...dates, reviewOn }, state.calendar);
  const anew = state.phase === 'withdrawn' && wasStanding(state);
  return {
    type: 'reopened',
    next,
    phase: 'returned',
    reason,
    ...(anew ? { anew } : {}),
    ...(evidenceAnew ? { evidenceAnew } : {}),
  };
}

/** A closed plan whose agency has ended since, as it is reopened: under the agency that has its work now. */
export function underHeir(state: PlanState, heir: Heir | undefined): PlanState {
  const moved = planInherited(state, heir);
  return moved === null ? state : { ...state, leadAgency: moved.leadAgency };
}

export const planInherited = (state: PlanState, heir: Heir | undefined) =>
  inheritedBy({ leadAgency: state.leadAgency, coAgencies: state.header.coAgencies }, heir);
