import { expect, it } from 'vitest';
import { FRAME } from '../../components/chart-scale.ts';
import { fanLayout } from './fan-layout.ts';

it('the band runs along what is likely and back along what is sure; the baseline is the top', () => {
  const { band, line, baseline, years } = fanLayout(
    [
      { month: '2026-12', 50: 50, 85: 25, 95: 0 },
      { month: '2027-01', 50: 100, 85: 100, 95: 50 },
    ],
    100,
  );
  expect(band).toBe('M48.0 112.0L568.0 20.0L568.0 112.0L48.0 204.0Z');
  expect(line).toBe('M48.0 158.0L568.0 20.0');
  expect(baseline).toBe(FRAME.top);
  expect(years).toEqual([{ year: '2027', x: FRAME.right }]);
});
