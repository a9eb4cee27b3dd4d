import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figuresOf, summed, withSaving } from './figures.ts';
import { savingOf } from './saving.ts';
import type { CostSheet } from './sheet.ts';

const side = fc
  .record({ dong: fc.nat(5_000_000), times: fc.nat(12), subjects: fc.nat(50_000) })
  .map(({ dong, times, subjects }): CostSheet['current'] => ({
    lines: [{ key: 'A', kind: 'other', name: 'A', amount: { by: 'dong', dong } }],
    timesAYear: times,
    subjectsAYear: subjects,
  }));
const sheet = fc.record({ current: side, proposed: side, times: fc.boolean(), line: fc.boolean() }).map(
  ({ current, proposed, times, line }): CostSheet => ({
    current,
    proposed,
    reestimated: { lines: line ? ['A'] : [], times, subjects: false },
  }),
);

it('adds sheets up to the đồng, in any parts, and takes the share last', () => {
  fc.assert(
    fc.property(fc.array(sheet), fc.nat(20), (sheets, place) => {
      const figures = sheets.map(figuresOf);
      const whole = summed(figures);
      expect(summed([summed(figures.slice(0, place)), summed(figures.slice(place))])).toEqual(whole);
      const { saving, real, estimate } = withSaving(whole);
      expect(saving).toBe(sheets.map((one) => savingOf(one).saving).reduce((sum, one) => sum + one, 0));
      expect(real + estimate).toBe(saving);
    }),
  );
});

it('has no share where nothing costs anything', () => {
  expect(withSaving(summed([]))).toEqual({
    current: 0,
    proposed: 0,
    real: 0,
    estimate: 0,
    saving: 0,
    percent: null,
  });
});
