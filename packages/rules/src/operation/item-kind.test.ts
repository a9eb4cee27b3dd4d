import { expect, it } from 'vitest';
import { itemKind } from './item-kind.ts';

const held = {
  id: 'a',
  personId: 'lan',
  function: 'drafter',
  agency: 'BTP',
  from: '2025-03-01',
  to: null,
} as const;
const ended = { ...held, to: '2026-11-30' } as const;
const kind = (assignment: typeof held | typeof ended, was: typeof held | typeof ended | null) =>
  itemKind({ subject: 'assignment/a', task: { type: 'saveAssignment', assignment, was } });

it('counts assignments that begin apart from those that end, in a change and in its undoing', () => {
  expect(kind(held, null)).toBe('assignment-begun');
  expect(kind(ended, held)).toBe('assignment-ended');
  expect(kind(held, ended)).toBe('assignment-begun');
  expect(kind(ended, ended)).toBe('assignment-ended');
});

it('counts everything else as what it is', () => {
  expect(itemKind({ subject: 'person/lan', task: { type: 'movePerson', from: 'A', to: 'B' } })).toBe(
    'person',
  );
});
