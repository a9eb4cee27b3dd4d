import type { BottleneckEvent } from './event.ts';
import type { BottleneckPhase } from './state.ts';

/** Every change of phase there is (drawn in docs/bottlenecks.md). Events that are not named leave the phase as it is. */
export const BOTTLENECK_CHART: readonly {
  readonly from: BottleneckPhase;
  readonly on: BottleneckEvent['type'];
  readonly to: BottleneckPhase;
}[] = [
  { from: 'raised', on: 'bottleneckAnswered', to: 'answered' },
  { from: 'raised', on: 'bottleneckEscalated', to: 'escalated' },
  { from: 'raised', on: 'bottleneckReassigned', to: 'raised' },
  { from: 'raised', on: 'bottleneckWithdrawn', to: 'withdrawn' },
  { from: 'escalated', on: 'bottleneckAnswered', to: 'answered' },
  { from: 'escalated', on: 'bottleneckReassigned', to: 'raised' },
  { from: 'escalated', on: 'bottleneckWithdrawn', to: 'withdrawn' },
  { from: 'answered', on: 'answerAccepted', to: 'accepted' },
  { from: 'answered', on: 'answerSentBack', to: 'raised' },
  { from: 'answered', on: 'bottleneckEscalated', to: 'escalated' },
  { from: 'answered', on: 'bottleneckReassigned', to: 'raised' },
  { from: 'answered', on: 'bottleneckWithdrawn', to: 'withdrawn' },
];
