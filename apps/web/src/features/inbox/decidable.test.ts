import type { StepViewOut } from '@tinhgon/rules/views/common';
import { expect, it } from 'vitest';
import { isOpen, returnSteps, shortHash } from './decidable.ts';

const step = (key: string, number: number, status: StepViewOut['status'] = 'done-on-time'): StepViewOut => ({
  key,
  number,
  kind: 'edit',
  function: 'drafter',
  agency: null,
  status,
  openedAt: null,
  dueOn: null,
  daysLate: 0,
  daysLeft: null,
  finishedAt: null,
  holder: null,
  by: null,
  standsInFor: null,
  candidates: [],
});

it('offers the editing steps before the current one, nearest first', () => {
  const returnable = [step('draft', 4), step('respond', 6), step('draft-announcement', 9)];
  const own = step('own-document-law-ordinary-x', 6);
  const steps = [returnable[0], returnable[1], own, step('promulgate', 8), returnable[2]].filter(
    (one) => one !== undefined,
  );
  // An added check has the number of the step before it.
  for (const at of [own, step('promulgate', 8)]) {
    expect(returnSteps({ returnable, steps, step: at }).map(({ key }) => key)).toEqual(['respond', 'draft']);
  }
  expect(returnSteps({ returnable, steps, step: undefined })).toEqual([]);
});

it('knows an open step', () => {
  expect([isOpen(step('draft', 4, 'overdue')), isOpen(step('draft', 4)), isOpen(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('shortens a hash for the eye', () => {
  expect(shortHash(`7f3a${'0'.repeat(57)}c21`)).toBe('7f3a…c21');
});
