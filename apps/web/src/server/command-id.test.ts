import { expect, it } from 'vitest';
import { CommandIds } from './command-id.ts';

const counting = () => {
  let next = 0;
  return new CommandIds(() => `id-${(next += 1)}`);
};

it('keeps the id of a command whose answer never came', () => {
  const ids = counting();
  expect([ids.idFor({ type: 'approve' }), ids.idFor({ type: 'approve' })]).toEqual(['id-1', 'id-1']);
});

it('gives a new id to another command, and after an answer', () => {
  const ids = counting();
  expect(ids.idFor({ type: 'approve' })).toBe('id-1');
  expect(ids.idFor({ type: 'refuse', reason: 'x' })).toBe('id-2');
  ids.answered();
  expect(ids.idFor({ type: 'refuse', reason: 'x' })).toBe('id-3');
});
