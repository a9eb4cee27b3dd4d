import { expect, it } from 'vitest';
import { matches } from './matches.ts';

it.each([
  ['duc minh', 'Lê Minh Đức', true],
  ['ĐỨC', 'Lê Minh Đức', true],
  ['', 'Lê Minh Đức', true],
  ['lan', 'Lê Minh Đức', false],
])('%j in %j: %s', (typed, text, found) => {
  expect(matches(typed, text, null)).toBe(found);
});
