import type { LegalDate } from '@tinhgon/rules/days';

/** What a step says about its time; days are working days. */
export interface Due {
  readonly dueOn: LegalDate | null;
  readonly daysLate: number;
  readonly daysLeft: number | null;
}

export type DueKind = 'late' | 'today' | 'left' | 'undated';

/** Which words tell it: overdue in words, not by colour alone. */
export function dueKind({ dueOn, daysLate, daysLeft }: Due): DueKind {
  if (dueOn === null) return 'undated';
  if (daysLate > 0) return 'late';
  if (daysLeft === null) return 'undated';
  return daysLeft <= 0 ? 'today' : 'left';
}
