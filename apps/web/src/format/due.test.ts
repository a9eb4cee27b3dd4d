import { expect, it } from 'vitest';
import { dueKind } from './due.ts';

it.each([
  [{ dueOn: null, daysLate: 0, daysLeft: null }, 'undated'],
  [{ dueOn: '2026-11-20', daysLate: 2, daysLeft: null }, 'late'],
  [{ dueOn: '2026-11-22', daysLate: 0, daysLeft: 0 }, 'today'],
  // Sunday, asked about on the Friday before it would be on the 27th.
  [{ dueOn: '2026-11-29', daysLate: 0, daysLeft: 0 }, 'before-off'],
  [{ dueOn: '2026-11-25', daysLate: 0, daysLeft: 3 }, 'left'],
  [{ dueOn: '2026-11-25', daysLate: 0, daysLeft: null }, 'undated'],
] as const)('%o is told as %s', (due, kind) => {
  expect(dueKind(due, '2026-11-22')).toBe(kind);
});
