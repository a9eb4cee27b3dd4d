import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeGatherer } from './gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('refreshes once for a burst, and again for the next', () => {
  let refreshed = 0;
  const gatherer = makeGatherer(250);
  const soon = () => gatherer.soon(() => (refreshed += 1));
  soon();
  vi.advanceTimersByTime(200);
  soon();
  vi.advanceTimersByTime(50);
  expect(refreshed).toBe(1);
  soon();
  vi.advanceTimersByTime(250);
  expect(refreshed).toBe(2);
  soon();
  gatherer.stop();
  vi.advanceTimersByTime(1_000);
  expect(refreshed).toBe(2);
});
