import { expect, it } from 'vitest';
import { keepOrder } from './queue-rows.ts';

const row = (id: string, title = id) => ({ id, title });

it('keeps order, takes new facts, marks what left and counts what came', () => {
  const result = keepOrder([row('a'), row('b'), row('c')], [row('d'), row('c', 'C'), row('a')]);
  expect(result.shown).toEqual([
    { item: row('a'), gone: false },
    { item: row('b'), gone: true },
    { item: row('c', 'C'), gone: false },
  ]);
  expect(result.fresh).toBe(1);
});
