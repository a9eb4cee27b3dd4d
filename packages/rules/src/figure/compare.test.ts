import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharePercent, wholePercent } from '../share.ts';
import { compare, partsThatDoNotAddUp } from './compare.ts';
import { type Figure, figureSchema } from './figure.ts';

const counts = { simplified: 898, inYear: 313, baseline: 1084 };
const share = (value: string, of = counts) => compare({ measure: 'share', value }, of);

describe('a printed figure beside ours', () => {
  it('agrees with ours when it is ours as exactly as it was printed', () => {
    expect(share('83')).toEqual({ ours: 82.84, difference: 0 });
    expect(share('82.8')).toEqual({ ours: 82.84, difference: 0 });
    expect(share('82.84')).toEqual({ ours: 82.84, difference: 0 });
    expect(share('82.9')).toEqual({ ours: 82.84, difference: 0.1 });
    expect(share('82')).toEqual({ ours: 82.84, difference: -1 });
    expect(compare({ measure: 'simplified', value: '1126' }, counts)).toEqual({ ours: 898, difference: 228 });
    expect(compare({ measure: 'in-year', value: '313' }, counts)).toEqual({ ours: 313, difference: 0 });
    expect(compare({ measure: 'baseline', value: '1146' }, counts)).toEqual({ ours: 1084, difference: 62 });
  });

  it('rounds ours once, from the procedures themselves', () => {
    // 82.495 %: our two decimals say 82.5, which is no reason to print 83.
    const close = { simplified: 16_499, inYear: 0, baseline: 20_000 };
    expect(share('82', close)).toEqual({ ours: 82.5, difference: 0 });
    expect(share('83', close)).toEqual({ ours: 82.5, difference: 1 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, part) => {
          const of = { simplified: Math.floor(all * part), inYear: 0, baseline: all };
          expect(share(String(wholePercent(of.simplified, all)), of).difference).toBe(0);
          expect(share(String(sharePercent(of.simplified, all)), of).difference).toBe(0);
        },
      ),
    );
  });

  it('never takes 100 % for ours while one is open, and has no share without a baseline', () => {
    const open = { simplified: 9_999, inYear: 0, baseline: 10_000 };
    expect(share('100', open)).toEqual({ ours: 99.99, difference: 1 });
    expect(share('100', { ...open, simplified: 10_000 })).toEqual({ ours: 100, difference: 0 });
    expect(share('83', { ...counts, baseline: null as never })).toEqual({ ours: null, difference: null });
  });

  it('differs by what was printed less ours, for any counts', () => {
    const natural = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(natural, natural, (printed, ours) => {
        const { difference } = compare(
          { measure: 'simplified', value: String(printed) },
          { simplified: ours, inYear: 0, baseline: null },
        );
        expect(difference).toBe(printed - ours);
      }),
    );
  });
});

describe('the parts of a printed report', () => {
  const figure = (ministry: string | null, value: string, change: Partial<Figure> = {}): Figure => ({
    id: '00000000-0000-4000-8000-000000000000',
    programme: '896',
    measure: 'simplified',
    asAt: '2024-12-31',
    ministry,
    value,
    source: 'Báo cáo 1',
    page: '',
    ...change,
  });

  it('say by how much they miss the whole, and of whom a part was printed', () => {
    const report = [
      figure(null, '9831'),
      figure('A', '7892'),
      figure('B', '1602'),
      figure('C', '319'),
      figure(null, '10', { source: 'Báo cáo 2' }),
      figure('A', '10', { source: 'Báo cáo 2' }),
      figure('A', '50', { measure: 'share' }),
    ];
    expect(partsThatDoNotAddUp(report)).toEqual([
      {
        source: 'Báo cáo 1',
        asAt: '2024-12-31',
        measure: 'simplified',
        whole: 9_831,
        parts: 9_813,
        printed: ['A', 'B', 'C'],
      },
    ]);
  });

  it('are typed in as they were printed: whole procedures, shares with two decimals at most', () => {
    const read = (measure: string, value: string) =>
      figureSchema.safeParse({ ...figure(null, value), measure }).success;
    expect(['898', '0'].map((value) => read('simplified', value))).toEqual([true, true]);
    expect(['89.8', '-1', '8,9', '', '1e3'].map((value) => read('simplified', value))).not.toContain(true);
    expect(['83', '82.8', '82.84'].map((value) => read('share', value))).not.toContain(false);
    expect(read('share', '82.841')).toBe(false);
  });
});
