import type { Actor } from '../actor.ts';
import { dayOf, type Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { isOffice, speaksFor } from '../speaking.ts';
import { objectionToDay } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { CampaignCommandType, OpenCampaign, StampedCampaignCommand } from './command.ts';
import { objectionToMovingCampaign } from './move.ts';
import { standingIn, unanswered } from './standing.ts';
import type { CampaignState } from './state.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** A campaign is the programme office's. */
export function objectionToOpening(
  actor: Actor,
  { asks, agencies, answerBy }: Pick<OpenCampaign, 'asks' | 'agencies' | 'answerBy'>,
  now: Instant,
): Rejection | null {
  if (!isOffice(actor)) return no('FORBIDDEN');
  if ((asks === 'chosen') !== agencies.length > 0) return no('INVALID_INPUT', { field: 'agencies' });
  return objectionToDay(answerBy, now, 'answerBy');
}

/** Asked agencies this person may answer for, their own first. */
export const answersFor = (state: Pick<CampaignState, 'asked'>, actor: Actor): string[] =>
  state.asked
    .filter((agency) => speaksFor(actor, agency))
    .toSorted((a, b) => Number(b === actor.agency) - Number(a === actor.agency));

/** Why a command cannot be carried out now, or null. Agencies answer side by side: their answers know no version. */
export function objectionToCampaignCommand(
  state: CampaignState,
  command: StampedCampaignCommand,
  now: Instant,
): Rejection | null {
  if (command.type === 'moveAgency') return objectionToMovingCampaign(state, command);
  if (command.type !== 'declareNone' && command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const byType = objectionToCampaignAction(state, command.type, command.actor);
  if (byType) return byType;
  if (command.type === 'moveDay') {
    // Its day has passed: the clock is about to close it.
    if (dayOf(now) > state.answerBy) return no('SUBJECT_CLOSED');
    if (command.answerBy === state.answerBy) return no('DATE_UNCHANGED', { field: 'answerBy' });
    return objectionToDay(command.answerBy, now, 'answerBy');
  }
  if (command.type !== 'declareNone') return null;
  const own = answersFor(state, command.actor);
  const agency = command.agency ?? own[0];
  if (agency === undefined || !own.includes(agency)) return no('NOT_ASKED', { field: 'agency' });
  return standingIn(state, agency).answered ? no('ALREADY_RECORDED', { field: 'agency' }) : null;
}

/** The part of the answer that needs no payload, which explains a disabled button. */
export function objectionToCampaignAction(
  state: CampaignState,
  type: CampaignCommandType,
  actor: Actor,
): Rejection | null {
  switch (type) {
    case 'declareNone': {
      const own = answersFor(state, actor);
      if (own.length === 0) return no('NOT_ASKED');
      return own.every((agency) => standingIn(state, agency).answered) ? no('ALREADY_RECORDED') : null;
    }
    case 'remind':
      if (!isOffice(actor)) return no('FORBIDDEN');
      return unanswered(state).length === 0 ? no('NOBODY_TO_REMIND') : null;
    case 'moveDay':
    case 'close':
      if (!isOffice(actor)) return no('FORBIDDEN');
      return state.phase === 'closed' ? no('SUBJECT_CLOSED') : null;
    default:
      return assertNever(type);
  }
}
