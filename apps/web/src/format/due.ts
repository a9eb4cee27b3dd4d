import type { LegalDate } from '@tinhgon/rules/days';

/** What a step says about its time; days are working days. */
export interface Due {
  readonly dueOn: LegalDate | null;
  readonly daysLate: number;
  readonly daysLeft: number | null;
}

export type DueKind = 'late' | 'today' | 'before-off' | 'left' | 'undated';

/**
 * Which words tell it: overdue in words, not by colour alone. `before-off`: it is due on a day off, and no working day
 * lies between.
 */
export function dueKind({ dueOn, daysLate, daysLeft }: Due, today: LegalDate): DueKind {
  if (dueOn === null) return 'undated';
  if (daysLate > 0) return 'late';
  if (daysLeft === null) return 'undated';
  if (daysLeft > 0) return 'left';
  return dueOn > today ? 'before-off' : 'today';
}
