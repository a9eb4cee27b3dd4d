import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Forecast, forecast } from '../src/forecast/forecast.ts';
import type { WhatIf } from '../src/forecast/what-if.ts';
import { DOCUMENT_STEPS } from '../src/vocabulary.ts';
import { known, TODAY } from './forecast-arbitraries.ts';

const seed = fc.integer();
const RUNS = 60;
const asked = { targets: [50, 90, 100], runs: RUNS };

it('the same seed gives the same answer, whatever the order in which things are told', () => {
  fc.assert(
    fc.property(known, seed, fc.infiniteStream(fc.nat()), (all, from, places) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => ({ one, at: places.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
      const other = {
        ...all,
        visits: shuffled(all.visits),
        lags: shuffled(all.lags),
        work: shuffled(all.work),
        waiting: shuffled(all.waiting.map((group) => ({ ...group, on: shuffled(group.on) }))),
      };
      const answer = forecast(all, { ...asked, seed: from });
      expect(forecast(all, { ...asked, seed: from })).toEqual(answer);
      expect(forecast(other, { ...asked, seed: from })).toEqual(answer);
    }),
  );
});

it('what becomes of one document does not change when another is opened', () => {
  fc.assert(
    fc.property(known, seed, (all, from) => {
      const [first] = all.work;
      if (!first) return;
      const { documents } = forecast(all, { ...asked, seed: from });
      const alone = forecast({ ...all, work: [first], waiting: [] }, { ...asked, seed: from });
      const mine = documents.filter(({ code }) => code === first.code);
      expect(alone.documents).toEqual(mine.map((one) => ({ ...one, procedures: 0 })));
    }),
  );
});

it('50 ≤ 85 ≤ 95, never before today, and the range holds the middle; of counts the surer is the lower', () => {
  fc.assert(
    fc.property(known, seed, (all, from) => {
      const { documents, programme } = forecast(all, { ...asked, seed: from });
      const { allWork, targets, fan } = programme;
      for (const dates of [...documents, ...targets, { dates: allWork }].flatMap((one) => one.dates ?? [])) {
        const inOrder = [TODAY, dates.from, dates[50], dates[85], dates.to, dates[95]];
        expect(inOrder).toEqual(inOrder.toSorted());
      }
      for (const month of fan) {
        expect(month[50]).toBeGreaterThanOrEqual(month[85]);
        expect(month[85]).toBeGreaterThanOrEqual(month[95]);
        expect(month[95]).toBeGreaterThanOrEqual(all.counted);
      }
      for (const sure of [50, 85, 95] as const) {
        const counts = fan.map((month) => month[sure]);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      }
    }),
  );
});

it('every procedure of the baseline counts, is in work, or has no work; and nothing is reached that is not in work', () => {
  fc.assert(
    fc.property(known, seed, (all, from) => {
      const { programme, critical } = forecast(all, { ...asked, seed: from });
      const { counted, inWork, withoutWork, baseline, targets, fan } = programme;
      expect(counted + inWork + withoutWork).toBe(baseline);
      expect(fan.at(-1)?.[95]).toBeLessThanOrEqual(counted + inWork);
      for (const { needed, reached, dates, percent } of targets) {
        expect(needed * 100).toBeGreaterThanOrEqual(percent * baseline);
        expect((needed - 1) * 100).toBeLessThan(percent * baseline);
        expect(reached).toBe(
          needed <= counted ? 'today' : needed <= counted + inWork ? 'ahead' : 'not-by-this-work',
        );
        expect(dates === null).toBe(reached !== 'ahead');
      }
      expect(critical.length).toBeLessThanOrEqual(10);
      for (const { daysGained, lastOf10000 } of critical) {
        expect(daysGained).toBeGreaterThanOrEqual(0);
        expect(lastOf10000).toBeGreaterThan(0);
      }
    }),
  );
});

it('what is told to move the programme’s day by so many days does so', () => {
  fc.assert(
    fc.property(known, seed, (all, from) => {
      const base = forecast(all, { ...asked, seed: from });
      for (const { code, daysGained } of base.critical.slice(0, 3)) {
        const done = { kind: 'earlier', code, days: 100_000 } as const;
        const after = forecast(all, { ...asked, seed: from, whatIfs: [done] });
        expect(dayNumber(base.programme.allWork?.[85]) - dayNumber(after.programme.allWork?.[85])).toBe(
          daysGained,
        );
      }
    }),
  );
});
const dayNumber = (day = TODAY): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

it('nothing that is tried makes anything later, and trying nothing changes nothing', () => {
  const whatIf = (codes: readonly string[]): fc.Arbitrary<WhatIf> => {
    const code = fc.constantFrom(...codes);
    return fc.oneof(
      fc.record({ kind: fc.constant('earlier' as const), code, days: fc.nat(400) }),
      fc.record({ kind: fc.constant('shortened' as const), code }),
      fc.record({
        kind: fc.constant('people' as const),
        step: fc.constantFrom(...DOCUMENT_STEPS),
        people: fc.integer({ min: 1, max: 9 }),
        more: fc.nat(9),
      }),
    );
  };
  const tried = known.chain((all) =>
    fc.record({
      all: fc.constant(all),
      whatIfs: fc.array(whatIf(all.work.map(({ code }) => code)), { minLength: 1, maxLength: 3 }),
    }),
  );
  fc.assert(
    fc.property(tried, seed, ({ all, whatIfs }, from) => {
      const base = forecast(all, { ...asked, seed: from });
      expect(forecast(all, { ...asked, seed: from, whatIfs: [] })).toEqual(base);
      const after = forecast(all, { ...asked, seed: from, whatIfs });
      for (const [index, dates] of datesIn(after).entries()) {
        const before = datesIn(base)[index];
        expect(dates && before && dates <= before).toBe(true);
      }
      for (const month of after.programme.fan) {
        const before = base.programme.fan.find((one) => one.month === month.month);
        for (const sure of [50, 85, 95] as const) {
          expect(month[sure]).toBeGreaterThanOrEqual(before?.[sure] ?? 0);
        }
      }
    }),
  );
});
const datesIn = ({ documents, programme: { targets, allWork } }: Forecast): string[] =>
  [...documents, ...targets, { dates: allWork }].flatMap(({ dates }) =>
    dates ? [dates.from, dates[50], dates[85], dates.to, dates[95]] : [],
  );
