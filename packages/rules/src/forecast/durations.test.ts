import fc from 'fast-check';
import { expect, it } from 'vitest';
import { durationsOf } from './durations.ts';
import type { Visit } from './work.ts';

const visit = (days: number, ended: Visit['ended'] = 'on'): Visit => ({
  step: 'appraisal',
  chain: 'document-decree-ordinary',
  agency: 'BTP',
  days,
  ended,
});

it('shares are those of the visits that ended, returns apart', () => {
  const back = { backTo: 'draft' } as const;
  const { days, backTo, upTo, finished } = durationsOf([visit(9), visit(3), visit(3, back), visit(3)]);
  expect(days).toEqual([3, 3, 9]);
  expect(backTo).toEqual([null, 'draft', null]);
  expect(upTo).toEqual([0.5, 0.75, 1]);
  expect(finished).toBe(4);
});

it('a step that still runs makes long durations likelier (Kaplan–Meier, worked by hand)', () => {
  // At 2: one of four. One runs since 4: then at 6 one of the two that are left, and at 8 the last.
  const { days, upTo } = durationsOf([visit(2), visit(4, 'running'), visit(6), visit(8)]);
  expect(days).toEqual([2, 6, 8]);
  expect(upTo.map((share) => Math.round(share * 1_000))).toEqual([250, 625, 1_000]);
});

it('what runs longer than any has taken is put at the longest, in the proportions seen there', () => {
  const back = { backTo: 'draft' } as const;
  const { upTo } = durationsOf([visit(5), visit(9), visit(9, back), visit(50, 'running')]);
  expect(upTo.map((share) => Math.round(share * 1_000))).toEqual([250, 625, 1_000]);
});

it('nothing seen, or nothing that ended, says nothing', () => {
  expect(durationsOf([]).days).toEqual([]);
  expect(durationsOf([visit(7, 'running')])).toMatchObject({ days: [], upTo: [], finished: 0 });
});

it('shares grow to one, and more that runs never makes a step quicker', () => {
  const days = fc.array(fc.nat(60), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(days, fc.array(fc.nat(80), { maxLength: 20 }), (ended, running) => {
      const without = durationsOf(ended.map((n) => visit(n)));
      const with_ = durationsOf([...ended.map((n) => visit(n)), ...running.map((n) => visit(n, 'running'))]);
      expect(with_.days).toEqual(without.days);
      expect(with_.upTo).toEqual(with_.upTo.toSorted((a, b) => a - b));
      expect(with_.upTo.at(-1)).toBe(1);
      for (const [index, share] of with_.upTo.entries()) {
        expect(share).toBeLessThanOrEqual((without.upTo[index] ?? 0) + 1e-9);
      }
    }),
  );
});
