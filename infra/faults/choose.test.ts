import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseKinds, randomOf } from './choose.ts';

const KINDS = ['killed', 'cut', 'slow', 'full', 'late'];

it('chooses each kind as often as the others, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 100 }), (seed, count) => {
      const chosen = chooseKinds(KINDS, count, randomOf(seed, 0));
      expect(chosen).toHaveLength(count);
      expect(chooseKinds(KINDS, count, randomOf(seed, 0))).toEqual(chosen);
      const times = KINDS.map((kind) => chosen.filter((one) => one === kind).length);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    }),
  );
});

it('chooses in another order for another seed', () => {
  const orders = new Set(
    Array.from({ length: 20 }, (_, seed) => chooseKinds(KINDS, 5, randomOf(seed, 0)).join()),
  );
  expect(orders.size).toBeGreaterThan(10);
});

it('says so when there is nothing to choose from', () => {
  expect(() => chooseKinds([], 1, randomOf(1, 0))).toThrow(RangeError);
});
