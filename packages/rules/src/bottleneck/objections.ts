import type { Actor } from '../actor.ts';
import type { Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { isAuditor, isOffice, leads, speaksFor } from '../speaking.ts';
import { objectionToDay } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { BottleneckCommandType, RaiseBottleneck, StampedBottleneckCommand } from './command.ts';
import { objectionToMovingBottleneck } from './move.ts';
import { type BottleneckState, isBottleneckClosed } from './state.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Raising one is everybody's right; auditors read everything and change nothing. */
export function objectionToRaising(
  actor: Actor,
  { cause, causeText, answerBy }: Pick<RaiseBottleneck, 'cause' | 'causeText' | 'answerBy'>,
  now: Instant,
): Rejection | null {
  if (isAuditor(actor)) return no('FORBIDDEN');
  if (cause === 'other' && causeText === '') return no('REASON_REQUIRED', { field: 'causeText' });
  return objectionToDay(answerBy, now, 'answerBy');
}

/** Why a command cannot be carried out now, or null. */
export function objectionToBottleneckCommand(
  state: BottleneckState,
  command: StampedBottleneckCommand,
  now: Instant,
): Rejection | null {
  if (command.type === 'moveAgency') return objectionToMovingBottleneck(state, command);
  if (command.type !== 'comment' && command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const byType = objectionToBottleneckAction(state, command.type, command.actor);
  if (byType) return byType;
  return 'answerBy' in command ? objectionToDay(command.answerBy, now, 'answerBy') : null;
}

/** The part of the answer that needs no payload, which explains a disabled button. */
export function objectionToBottleneckAction(
  state: BottleneckState,
  type: BottleneckCommandType,
  actor: Actor,
): Rejection | null {
  if (isAuditor(actor)) return no('FORBIDDEN');
  if (isBottleneckClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (type === 'comment') return null;
  const isAuthor = actor.id === state.raisedBy.id;
  switch (type) {
    case 'answer': {
      // What has been escalated the programme office may settle itself.
      const may = speaksFor(actor, state.responsible) || (state.phase === 'escalated' && isOffice(actor));
      if (!may) return no('NOT_YOUR_AGENCY', { details: { agency: state.responsible } });
      return state.phase === 'answered' ? no('ANSWER_PENDING') : null;
    }
    case 'accept':
    case 'sendBack':
      if (state.phase !== 'answered') return no('NOT_ANSWERED');
      if (!isAuthor && !isOffice(actor)) return no('FORBIDDEN');
      return state.answer?.by.id === actor.id ? no('FOUR_EYES') : null;
    case 'escalate':
      if (!leads(actor)) return no('FORBIDDEN');
      return state.phase === 'escalated' ? no('ALREADY_RECORDED') : null;
    case 'reassign':
      return leads(actor) ? null : no('FORBIDDEN');
    case 'withdraw':
      return isAuthor ? null : no('FORBIDDEN');
    default:
      return assertNever(type);
  }
}
