import type { DocumentPhase } from '../vocabulary.ts';
import type { DocumentEvent } from './event.ts';

/**
 * The state chart of a legal document: every change of phase there is (drawn in docs/state-charts.md).
 * Events that are not named leave the phase as it is.
 */
export const DOCUMENT_CHART: readonly {
  readonly from: DocumentPhase;
  readonly on: DocumentEvent['type'];
  readonly to: DocumentPhase;
}[] = [
  { from: 'waiting', on: 'planLinked', to: 'drafting' },
  { from: 'drafting', on: 'submitted', to: 'submitted' },
  { from: 'drafting', on: 'submitted', to: 'approved' },
  { from: 'submitted', on: 'approved', to: 'drafting' },
  { from: 'submitted', on: 'approved', to: 'approved' },
  // From one check to the next, where another was added to the chain.
  { from: 'submitted', on: 'approved', to: 'submitted' },
  { from: 'submitted', on: 'returned', to: 'returned' },
  { from: 'submitted', on: 'refused', to: 'refused' },
  { from: 'returned', on: 'submitted', to: 'submitted' },
  { from: 'returned', on: 'submitted', to: 'approved' },
  { from: 'approved', on: 'evidenceRecorded', to: 'carrying-out' },
  { from: 'approved', on: 'returned', to: 'returned' },
  { from: 'approved', on: 'refused', to: 'refused' },
  { from: 'carrying-out', on: 'evidenceRecorded', to: 'done' },
  { from: 'carrying-out', on: 'correctionConfirmed', to: 'done' },
  { from: 'carrying-out', on: 'planLinked', to: 'done' },
  { from: 'done', on: 'correctionConfirmed', to: 'carrying-out' },
  { from: 'done', on: 'planLinked', to: 'carrying-out' },
  ...(['waiting', 'drafting', 'submitted', 'returned', 'approved'] as const).flatMap((from) => [
    { from, on: 'withdrawn' as const, to: 'withdrawn' as const },
    // No plan asks anything of it any more. One that has not begun stays its drafters' to withdraw.
    ...(from === 'waiting' ? [] : [{ from, on: 'planLinked' as const, to: 'withdrawn' as const }]),
  ]),
];
