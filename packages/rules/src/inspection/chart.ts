import type { InspectionEvent } from './event.ts';
import type { FindingPhase } from './state.ts';

/** Every change of a finding there is (drawn in docs/inspections.md). */
export const FINDING_CHART: readonly {
  readonly from: FindingPhase;
  readonly on: InspectionEvent['type'];
  readonly to: FindingPhase;
}[] = [
  { from: 'open', on: 'findingAnswered', to: 'answered' },
  { from: 'open', on: 'findingDropped', to: 'dropped' },
  { from: 'answered', on: 'findingRemedied', to: 'remedied' },
  { from: 'answered', on: 'findingSentBack', to: 'open' },
  { from: 'answered', on: 'findingDropped', to: 'dropped' },
];
