import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ranked, type Standing } from './ranking.ts';

const standing = fc
  .record({
    baseline: fc.integer({ min: 0, max: 100_000 }),
    done: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ baseline, done }) => ({ baseline, simplified: Math.floor(baseline * done) }));
const programme = fc.array(standing, { minLength: 1, maxLength: 30 });
const placeOf = <T extends Standing>(agencies: readonly T[], of: T) =>
  ranked(agencies).find((line) => line.of === of)?.rank ?? null;

it('one procedure of one, done, is not ahead of 150 of 160; nor is one open behind 80 of 160', () => {
  const one = { baseline: 1, simplified: 1 };
  const many = { baseline: 160, simplified: 150 };
  const open = { baseline: 1, simplified: 0 };
  const half = { baseline: 160, simplified: 80 };
  expect(ranked([one, half, open, many]).map((line) => line.of)).toEqual([many, one, open, half]);
  expect(ranked([one, half, open, many]).map((line) => line.sharePercent)).toEqual([93.75, 100, 0, 50]);
});

it('each agency stands once; ranks start at 1, those that stand alike share one, and the next is skipped', () => {
  const alike = [
    { baseline: 10, simplified: 5 },
    { baseline: 10, simplified: 5 },
    { baseline: 10, simplified: 2 },
    { baseline: 0, simplified: 0 },
  ];
  expect(ranked(alike).map((line) => line.rank)).toEqual([1, 1, 3, null]);
  fc.assert(
    fc.property(programme, (agencies) => {
      const lines = ranked(agencies);
      expect(lines.map((line) => line.of).toSorted(byParts)).toEqual(agencies.toSorted(byParts));
      const ranks = lines.flatMap((line) => line.rank ?? []);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      if (ranks.length > 0) expect(ranks[0]).toBe(1);
    }),
  );
});
const byParts = (a: Standing, b: Standing) => a.baseline - b.baseline || a.simplified - b.simplified;

it('the share an agency is ranked by lies between its own and that of the whole', () => {
  fc.assert(
    fc.property(programme, (agencies) => {
      const sum = (of: (one: Standing) => number) => agencies.reduce((whole, one) => whole + of(one), 0);
      const whole = (sum((one) => one.simplified) / sum((one) => one.baseline)) * 100;
      for (const { of, steadiedPercent } of ranked(agencies)) {
        if (steadiedPercent === null) continue;
        const own = (of.simplified / of.baseline) * 100;
        expect(steadiedPercent).toBeGreaterThanOrEqual(Math.min(own, whole) - 0.006);
        expect(steadiedPercent).toBeLessThanOrEqual(Math.max(own, whole) + 0.006);
      }
    }),
  );
});

it('one procedure more that is simplified never costs a place', () => {
  fc.assert(
    fc.property(programme, fc.nat(), (agencies, at) => {
      const index = at % agencies.length;
      const before = agencies[index];
      if (!before || before.simplified >= before.baseline) return;
      const better = { ...before, simplified: before.simplified + 1 };
      const after = agencies.with(index, better);
      expect(placeOf(after, better)).toBeLessThanOrEqual(placeOf(agencies, before) ?? 0);
    }),
  );
});
