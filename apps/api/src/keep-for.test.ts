import { expect, it, vi } from 'vitest';
import { keepFor } from './keep-for.ts';

it('asks once for all who ask in that time, again afterwards, and keeps no failure', async () => {
  vi.useFakeTimers();
  try {
    let asked = 0;
    const ask = keepFor(1_000, async (what) => {
      asked += 1;
      if (what === 'broken') throw new Error('no');
      return `${what} ${asked}`;
    });
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a 1', 'a 1', 'b 2']);
    vi.advanceTimersByTime(999);
    expect(await ask('a')).toBe('a 1');
    vi.advanceTimersByTime(2);
    expect(await ask('a')).toBe('a 3');
    await expect(ask('broken')).rejects.toThrow('no');
    await expect(ask('broken')).rejects.toThrow('no');
    expect(asked).toBe(5);
  } finally {
    vi.useRealTimers();
  }
});
