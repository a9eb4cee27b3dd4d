import { expect, it } from 'vitest';
import { range } from './use-selection.ts';

const shown = ['a', 'b', 'c', 'd'];

it.each([
  [null, 'c', ['c']],
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['a', 'a', ['a']],
  // The row touched last has gone meanwhile.
  ['x', 'c', ['c']],
] as const)('from %s to %s', (last, id, ids) => {
  expect(range(shown, last, id)).toEqual(ids);
});
