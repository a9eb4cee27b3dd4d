import { describe, expect, it } from 'vitest';
import { FRAME, tickStep } from '../../components/chart-scale.ts';
import { layOut } from './burn-up-layout.ts';

describe('the burn-up chart', () => {
  it.each([
    [1084, 400],
    [1146, 400],
    [10, 4],
    [1, 1],
  ])('up to %i has a grid line every %i', (top, step) => {
    expect(tickStep(top)).toBe(step);
  });

  it('draws the count from left to right and the baseline as steps', () => {
    const { line, baseline, years, last } = layOut([
      { month: '2023-12', simplified: 0, baseline: null },
      { month: '2024-01', simplified: 50, baseline: 100 },
      { month: '2024-02', simplified: 80, baseline: 90 },
    ]);
    expect(line).toBe('M48.0 204.0L308.0 112.0L568.0 56.8');
    expect(baseline.path).toBe('M308.0 20.0H568.0V38.4');
    expect(baseline.last).toEqual({ value: 90, y: expect.closeTo(38.4) });
    expect(years).toEqual([{ year: '2024', x: 308 }]);
    expect(last).toEqual({ x: FRAME.right, y: expect.closeTo(56.8), value: 80 });
  });
});
