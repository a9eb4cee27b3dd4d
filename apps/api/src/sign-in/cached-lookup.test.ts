import { expect, test, vi } from 'vitest';
import { cachedLookup } from './cached-lookup.ts';

function setUp() {
  const world = { now: 0, value: 'first', fails: false, asked: 0 };
  const lookup = cachedLookup(
    async () => {
      world.asked += 1;
      if (world.fails) throw new Error('no database');
      return world.value;
    },
    () => world.now,
  );
  return { world, lookup };
}

test('asks once for a while, then again', async () => {
  const { world, lookup } = setUp();
  expect(await lookup.get('a')).toBe('first');
  world.value = 'second';
  world.now = 4_000;
  expect(await lookup.get('a')).toBe('first');
  expect(world.asked).toBe(1);
  world.now = 6_000;
  expect(await lookup.get('a')).toBe('second');
});

test('lives from memory for a minute while nothing answers, and no longer', async () => {
  const { world, lookup } = setUp();
  await lookup.get('a');
  world.fails = true;
  world.now = 59_000;
  expect(await lookup.get('a')).toBe('first');
  await expect(lookup.get('b')).rejects.toThrow('no database');
  world.now = 60_000;
  await expect(lookup.get('a')).rejects.toThrow('no database');
});

test('forgets what it is told to forget', async () => {
  const { world, lookup } = setUp();
  await lookup.get('a');
  world.value = 'second';
  lookup.forget('a');
  expect(await lookup.get('a')).toBe('second');
});

test('an answer on its way when it was forgotten is not remembered', async () => {
  let answer: (value: string) => void = () => {};
  const answers = [
    new Promise<string>((resolve) => {
      answer = resolve;
    }),
    Promise.resolve('new'),
  ];
  const lookup = cachedLookup(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
  const first = lookup.get('a');
  lookup.forgetAll();
  expect(await lookup.get('a')).toBe('new');
  answer('old');
  expect(await first).toBe('old');
  expect(await lookup.get('a')).toBe('new');
});

test('asks again although the clock was set back', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T10:00:00Z') });
  try {
    let value = 'first';
    const lookup = cachedLookup(async () => value);
    expect(await lookup.get('a')).toBe('first');
    value = 'second';
    vi.setSystemTime(Date.parse('2026-11-26T21:00:00Z'));
    vi.advanceTimersByTime(6_000);
    expect(await lookup.get('a')).toBe('second');
  } finally {
    vi.useRealTimers();
  }
});
