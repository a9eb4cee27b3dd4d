import { expect, it } from 'vitest';
import { substitutesFor } from './substitutes-for.ts';

const held = (id: string, code: 'drafter' | 'minister') => ({
  id,
  personId: 'minh',
  personName: 'Minh',
  function: code,
  agency: null,
  from: '2026-01-01',
  to: null,
});
const person = (id: string, functions: readonly ('drafter' | 'minister' | 'procedure-control')[]) => ({
  id,
  name: id,
  functions: [...functions],
});
const view = {
  assignments: [held('a', 'minister'), held('b', 'drafter')],
  substitutes: [person('admin', []), person('deputy', ['minister']), person('lan', ['drafter'])],
};
const ids = (chosen: readonly string[] | null) =>
  substitutesFor(view, chosen).map((group) => group.map(({ id }) => id));

it('names first who holds what is given', () => {
  expect(ids(null)).toEqual([['deputy', 'lan'], ['admin']]);
  expect(ids(['a'])).toEqual([['deputy'], ['admin', 'lan']]);
});
