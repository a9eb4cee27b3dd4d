import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharePercent } from '../share.ts';
import { lineDong } from './line.ts';
import { lowerMiddle } from './middle.ts';
import { costOf, savingOf } from './saving.ts';
import { type CostSheet, costSheetSchema } from './sheet.ts';

const wage = (version: number, dongPerHour: number) => ({ parameter: 'WAGE', version, dongPerHour });
const timed = (key: string, minutes: number, at = wage(1, 50_000)) => ({
  key,
  kind: 'paper' as const,
  name: key,
  amount: { by: 'time' as const, minutes, wage: at },
});
const fee = (key: string, dong: number) => ({
  key,
  kind: 'fee' as const,
  name: key,
  amount: { by: 'dong' as const, dong },
});
const none = { lines: [], times: false, subjects: false };
const side = (lines: CostSheet['current']['lines'], timesAYear = 2, subjectsAYear = 100) => ({
  lines,
  timesAYear,
  subjectsAYear,
});

const lines = fc.uniqueArray(
  fc.oneof(
    fc
      .record({ key: fc.constantFrom('A', 'B', 'C', 'D'), minutes: fc.nat(5_000), rate: fc.nat(300_000) })
      .map(({ key, minutes, rate }) => timed(key, minutes, wage(rate + 1, rate))),
    fc
      .record({ key: fc.constantFrom('E', 'F'), dong: fc.nat(5_000_000) })
      .map(({ key, dong }) => fee(key, dong)),
  ),
  { selector: ({ key }) => key },
);
const sides = fc.record({ lines, timesAYear: fc.nat(12), subjectsAYear: fc.nat(50_000) });
const sheets = fc
  .record({ current: sides, proposed: sides, times: fc.boolean(), subjects: fc.boolean(), all: fc.boolean() })
  .map(({ current, proposed, times, subjects, all }): CostSheet => {
    const both = current.lines.filter(
      ({ key, kind }) => kind !== 'fee' && proposed.lines.some((line) => line.key === key),
    );
    return {
      current,
      proposed,
      reestimated: { lines: all ? both.map(({ key }) => key) : [], times, subjects },
    };
  });

describe('the cost of a procedure', () => {
  it('rounds a line half up to the đồng', () => {
    expect(lineDong(timed('A', 1, wage(1, 30)).amount)).toBe(1);
    expect(lineDong(timed('A', 1, wage(1, 29)).amount)).toBe(0);
  });

  it('adds work, fees and direct costs, times a year, subjects', () => {
    const cost = costOf(side([timed('A', 90), fee('E', 20_000)]));
    expect(cost).toEqual({ work: 75_000, direct: 20_000, run: 95_000, yearly: 19_000_000 });
  });

  it('adds up to the đồng, whatever was changed or estimated anew, in any order of lines', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        expect(costSheetSchema.safeParse(sheet).success).toBe(true);
        const saving = savingOf(sheet);
        expect(saving.saving).toBe(costOf(sheet.current).yearly - costOf(sheet.proposed).yearly);
        expect(saving.lines.reduce((sum, line) => sum + line.saving, 0)).toBe(saving.saving);
        expect(saving.real + saving.estimate).toBe(saving.saving);
        const turned = (one: CostSheet['current']) => ({ ...one, lines: one.lines.toReversed() });
        const again = { ...sheet, current: turned(sheet.current), proposed: turned(sheet.proposed) };
        expect(savingOf(again)).toEqual(saving);
      }),
    );
  });

  it('does not take a newer wage or a marked line for a cut', () => {
    const current = side([timed('A', 120)]);
    const cheaper = side([timed('A', 60, wage(2, 40_000))]);
    expect(savingOf({ current, proposed: cheaper, reestimated: none })).toMatchObject({
      real: 10_000_000,
      estimate: 2_000_000,
      percent: 60,
    });
    const marked = { ...none, lines: ['A'] };
    expect(savingOf({ current, proposed: cheaper, reestimated: marked })).toMatchObject({
      real: 0,
      estimate: 12_000_000,
    });
  });

  it('refuses to call a fee or a line that went away an estimate, and figures beyond the exact integers', () => {
    const parse = (sheet: CostSheet) => costSheetSchema.safeParse(sheet).success;
    const current = side([fee('E', 10), timed('A', 10)]);
    expect(parse({ current, proposed: current, reestimated: none })).toBe(true);
    expect(parse({ current, proposed: current, reestimated: { ...none, lines: ['E'] } })).toBe(false);
    expect(parse({ current, proposed: side([]), reestimated: { ...none, lines: ['A'] } })).toBe(false);
    const huge = side([fee('E', 1_000_000_000_000)], 1_000, 1_000);
    expect(parse({ current: huge, proposed: huge, reestimated: none })).toBe(false);
  });

  it('keeps a share of large sums exact, and below 100 while a đồng is left', () => {
    const whole = Number.MAX_SAFE_INTEGER;
    expect(sharePercent(whole - 1, whole)).toBe(99.99);
    expect(sharePercent(whole, whole)).toBe(100);
    expect(savingOf({ current: side([]), proposed: side([]), reestimated: none }).percent).toBeNull();
  });

  it('takes the lower middle value where sources differ', () => {
    expect(lowerMiddle([4, 1, 3, 2])).toBe(2);
    expect(lowerMiddle([3, 1, 2])).toBe(2);
    expect(lowerMiddle([])).toBeNull();
  });
});
