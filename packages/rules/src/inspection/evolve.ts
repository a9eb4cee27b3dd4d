import { afterEvent } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { InspectionEvent } from './event.ts';
import type { Finding, InspectionState } from './state.ts';

/** The inspection after one more event. Pure and without rules. @throws RangeError when the event is not the next one. */
export const evolveInspection = (state: InspectionState | null, event: InspectionEvent): InspectionState =>
  afterEvent(state, event, (first) => (first.type === 'inspectionOpened' ? first.state : null), change);

function change(state: InspectionState, event: InspectionEvent): Partial<InspectionState> {
  switch (event.type) {
    case 'findingNoted':
      return { findings: [...state.findings, noted(event)] };
    case 'findingAnswered': {
      const { text, actor: by, at } = event;
      return changed(state, event.finding, { phase: 'answered', answer: { text, by, at } });
    }
    case 'findingRemedied':
      return changed(state, event.finding, { phase: 'remedied' });
    case 'findingSentBack': {
      const { finding, deadline, timing, reason, at } = event;
      return changed(state, finding, {
        phase: 'open',
        answer: null,
        deadline,
        timing,
        reason,
        waitingSince: at,
      });
    }
    case 'findingDropped':
      return changed(state, event.finding, { phase: 'dropped', reason: event.reason });
    case 'findingTimingChanged':
      return changed(state, event.finding, { timing: event.timing });
    case 'inspectorNamed':
      return { members: [...state.members, event.to] };
    case 'agencyMoved':
      return { agency: event.to };
    case 'inspectionClosed':
      return { phase: 'closed', conclusion: event.conclusion, closedAt: event.at };
    case 'inspectionOpened':
      return {};
    default:
      return assertNever(event);
  }
}

function noted(event: Extract<InspectionEvent, { type: 'findingNoted' }>): Finding {
  const { finding: number, planCode, text, demand, deadline, timing, actor: notedBy, at: notedAt } = event;
  return {
    number,
    planCode,
    text,
    demand,
    deadline,
    firstDeadline: deadline,
    timing,
    phase: 'open',
    notedBy,
    notedAt,
    waitingSince: notedAt,
    answer: null,
    reason: null,
  };
}

const changed = (
  { findings }: InspectionState,
  number: number,
  change: Partial<Finding>,
): Pick<InspectionState, 'findings'> => ({
  findings: findings.map((finding) => (finding.number === number ? { ...finding, ...change } : finding)),
});
