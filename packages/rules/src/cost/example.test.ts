import { expect, it } from 'vitest';
import { costOf, savingOf } from './saving.ts';
import { type CostLine, costSheetSchema } from './sheet.ts';

const work = (
  key: string,
  kind: 'paper' | 'step' | 'trip',
  minutes: number,
  dongPerHour: number,
): CostLine => ({
  key,
  kind,
  name: key,
  amount: {
    by: 'time',
    minutes,
    wage: { parameter: 'WAGE', version: dongPerHour === 50_000 ? 1 : 2, dongPerHour },
  },
});
const fee: CostLine = { key: 'FEE', kind: 'fee', name: 'FEE', amount: { by: 'dong', dong: 200_000 } };

it('the worked example of docs/compliance-cost.md comes out to the đồng', () => {
  const sheet = costSheetSchema.parse({
    current: {
      lines: [
        work('FORM', 'paper', 125, 50_000),
        work('COPY', 'paper', 60, 50_000),
        work('TRIP', 'trip', 180, 50_000),
        fee,
      ],
      timesAYear: 1,
      subjectsAYear: 1_000,
    },
    proposed: {
      lines: [work('FORM', 'paper', 65, 52_000), work('TRIP', 'trip', 90, 52_000), fee],
      timesAYear: 1,
      subjectsAYear: 900,
    },
    reestimated: { lines: ['TRIP'], times: false, subjects: true },
  });
  expect(costOf(sheet.current)).toEqual({
    work: 304_167,
    direct: 200_000,
    run: 504_167,
    yearly: 504_167_000,
  });
  expect(costOf(sheet.proposed)).toEqual({
    work: 134_333,
    direct: 200_000,
    run: 334_333,
    yearly: 300_899_700,
  });
  expect(savingOf(sheet)).toEqual({
    lines: [
      { key: 'COPY', real: 50_000_000, estimate: 0, saving: 50_000_000 },
      { key: 'FEE', real: 0, estimate: 20_000_000, saving: 20_000_000 },
      { key: 'FORM', real: 50_000_000, estimate: 3_467_300, saving: 53_467_300 },
      { key: 'TRIP', real: 0, estimate: 79_800_000, saving: 79_800_000 },
    ],
    real: 100_000_000,
    estimate: 103_267_300,
    saving: 203_267_300,
    percent: 40.32,
  });
});
