import { expect, it } from 'vitest';
import { layOutCourse } from './chart-layout.ts';

const frame = { left: 2, right: 98, top: 3, bottom: 25 };

it('draws every point within its frame, from left to right', () => {
  for (const count of [1, 2, 12, 60]) {
    const points = Array.from({ length: count }, (_, index) => ({
      amount: (index * 7_919) % 101,
      target: index % 3 === 0 ? null : (index * 31) % 120,
    }));
    const { marks } = layOutCourse(points, frame);
    expect(marks.length).toBe(count);
    for (const [index, { x, y }] of marks.entries()) {
      expect(x).toBeGreaterThan(marks[index - 1]?.x ?? frame.left - 1);
      expect(x).toBeLessThanOrEqual(frame.right);
      expect(y).toBeGreaterThanOrEqual(frame.top);
      expect(y).toBeLessThanOrEqual(frame.bottom);
    }
  }
});

it('draws zero at the bottom, and no target where there is none', () => {
  const { line, target } = layOutCourse(
    [
      { amount: 0, target: 50 },
      { amount: 100, target: null },
      { amount: 50, target: 100 },
    ],
    frame,
  );
  expect(line).toBe('M2.0 25.0L50.0 3.0L98.0 14.0');
  expect(target).toBe('M2.0 14.0M98.0 3.0');
});
