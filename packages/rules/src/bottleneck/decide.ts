import type { Instant } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import { optional } from '../plan/decide.ts';
import { decided, happened, type Stamp, timingAt } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedBottleneckCommand } from './command.ts';
import type { BottleneckEvent, BottleneckEventBody } from './event.ts';
import { bottleneckMoved } from './move.ts';
import { objectionToBottleneckCommand } from './objections.ts';
import type { BottleneckState } from './state.ts';

/** What a command does to a bottleneck, or why not. Pure; `now` is the workflow's time. */
export function decideBottleneck(
  state: BottleneckState,
  command: StampedBottleneckCommand,
  now: Instant,
): Result<BottleneckEvent[]> {
  const objection = objectionToBottleneckCommand(state, command, now);
  if (objection) return { ok: false, rejection: objection };
  return ok([decided(state, command, eventBody(state, command, now), now)]);
}

function eventBody(
  state: BottleneckState,
  command: StampedBottleneckCommand,
  now: Instant,
): BottleneckEventBody {
  switch (command.type) {
    case 'answer':
      return { type: 'bottleneckAnswered', text: command.text, agency: command.actor.agency };
    case 'accept':
      return { type: 'answerAccepted', ...optional('note', command.note) };
    case 'sendBack': {
      const { reason, answerBy } = command;
      return { type: 'answerSentBack', reason, answerBy, timing: timingAt(answerBy, now, state.calendar) };
    }
    case 'escalate': {
      const timing = timingAt(state.answerBy, now, state.calendar);
      return { type: 'bottleneckEscalated', timing, reason: command.reason };
    }
    case 'reassign': {
      const { reason, answerBy, responsible: agency } = command;
      const timing = timingAt(answerBy, now, state.calendar);
      return { type: 'bottleneckReassigned', agency, answerBy, timing, reason };
    }
    case 'moveAgency':
      return bottleneckMoved(state, command);
    case 'withdraw':
      return { type: 'bottleneckWithdrawn', reason: command.reason };
    case 'comment':
      return { type: 'commented', text: command.text };
    default:
      return assertNever(command);
  }
}

/** Marks it due soon or overdue; one that nobody answered by its day goes to the programme office. */
export function bottleneckTick(state: BottleneckState, stamp: Stamp): BottleneckEvent[] {
  if (state.phase !== 'raised' && state.phase !== 'escalated') return [];
  const timing = timingAt(state.answerBy, stamp.at, state.calendar);
  const bodies: BottleneckEventBody[] = [];
  if (timing !== state.timing) bodies.push({ type: 'dueTimingChanged', timing });
  if (timing === 'overdue' && state.phase === 'raised') bodies.push({ type: 'bottleneckEscalated', timing });
  return happened(state, bodies, stamp);
}
