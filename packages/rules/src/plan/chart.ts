import type { PlanPhase } from '../vocabulary.ts';
import type { PlanEvent } from './event.ts';

/**
 * The state chart of a plan: every change of phase there is (drawn in docs/state-charts.md).
 * Events that are not named leave the phase as it is.
 */
export const PLAN_CHART: readonly {
  readonly from: PlanPhase;
  readonly on: PlanEvent['type'];
  readonly to: PlanPhase;
}[] = [
  { from: 'drafting', on: 'submitted', to: 'submitted' },
  { from: 'drafting', on: 'withdrawn', to: 'withdrawn' },
  { from: 'submitted', on: 'approved', to: 'submitted' },
  { from: 'submitted', on: 'approved', to: 'approved' },
  // A part goes another way: its lane moves, the plan stays where its main lane is.
  { from: 'submitted', on: 'submitted', to: 'submitted' },
  { from: 'submitted', on: 'returned', to: 'submitted' },
  { from: 'submitted', on: 'returned', to: 'returned' },
  { from: 'submitted', on: 'refused', to: 'refused' },
  { from: 'submitted', on: 'withdrawn', to: 'withdrawn' },
  { from: 'returned', on: 'submitted', to: 'submitted' },
  { from: 'returned', on: 'withdrawn', to: 'withdrawn' },
  { from: 'approved', on: 'documentProgressed', to: 'carrying-out' },
  { from: 'approved', on: 'withdrawn', to: 'withdrawn' },
  ...(['approved', 'carrying-out'] as const).flatMap((phase) =>
    (['submitted', 'approved', 'returned'] as const).map((on) => ({ from: phase, on, to: phase })),
  ),
  { from: 'carrying-out', on: 'completed', to: 'done' },
  { from: 'carrying-out', on: 'withdrawn', to: 'withdrawn' },
  // Open again with nothing changed that a check approved: it stands as it did.
  { from: 'returned', on: 'submitted', to: 'approved' },
  // Approved anew with nothing more to wait for, or split from what was not evidenced yet.
  { from: 'approved', on: 'completed', to: 'done' },
  { from: 'done', on: 'reopened', to: 'returned' },
  { from: 'refused', on: 'reopened', to: 'returned' },
  { from: 'withdrawn', on: 'reopened', to: 'returned' },
];
