import { afterEvent } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { BottleneckEvent } from './event.ts';
import type { BottleneckState } from './state.ts';

/** The bottleneck after one more event. Pure and without rules. @throws RangeError when the event is not the next one. */
export const evolveBottleneck = (state: BottleneckState | null, event: BottleneckEvent): BottleneckState =>
  afterEvent(state, event, (first) => (first.type === 'bottleneckRaised' ? first.state : null), change);

function change(state: BottleneckState, event: BottleneckEvent): Partial<BottleneckState> {
  switch (event.type) {
    case 'bottleneckAnswered': {
      const { text, agency, actor: by, at } = event;
      return { phase: 'answered', answer: { text, agency, by, at } };
    }
    case 'answerAccepted':
      return { phase: 'accepted' };
    case 'answerSentBack':
      return {
        phase: 'raised',
        answer: null,
        answerBy: event.answerBy,
        timing: event.timing,
        waitingSince: event.at,
      };
    case 'bottleneckEscalated':
      // An answer that was escalated did not settle it.
      return { phase: 'escalated', answer: null, timing: event.timing };
    case 'bottleneckReassigned':
      return {
        phase: 'raised',
        answer: null,
        responsible: event.agency,
        answerBy: event.answerBy,
        timing: event.timing,
        waitingSince: event.at,
      };
    case 'agencyMoved':
      return { responsible: event.responsible, raisedFor: event.raisedFor };
    case 'bottleneckWithdrawn':
      return { phase: 'withdrawn' };
    case 'dueTimingChanged':
      return { timing: event.timing };
    case 'bottleneckRaised':
    case 'commented':
      return {};
    default:
      return assertNever(event);
  }
}
