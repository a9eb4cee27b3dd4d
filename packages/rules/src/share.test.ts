import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineAt } from './counting.ts';
import { momentSchema } from './days.ts';
import { hashOf } from './hash.ts';
import { commandIdSchema } from './command-envelope.ts';
import { sharePercent, wholePercent } from './share.ts';
import { codeSchema, nameText } from './text.ts';

it('prints the published share: 898 of 1,084 are 82.84 %, 83 % in the sentence', () => {
  expect(sharePercent(898, 1_084)).toBe(82.84);
  expect(wholePercent(898, 1_084)).toBe(83);
  expect(sharePercent(585, 1_146)).toBe(51.05);
});

it('has no share before the first baseline', () => {
  expect(sharePercent(0, 0)).toBeNull();
});

it('is never 100 while one is open, and never off by more than half a hundredth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat(10_000_000), (whole, n) => {
      const part = Math.min(n, whole);
      const share = sharePercent(part, whole) ?? Number.NaN;
      expect(share === 100).toBe(part === whole);
      expect((wholePercent(part, whole) ?? Number.NaN) === 100).toBe(part === whole);
      if (share < 99.99) expect(Math.abs(share - (part * 100) / whole)).toBeLessThanOrEqual(0.005 + 1e-9);
    }),
  );
});

it('takes the last baseline dated on or before the day, as far as it was known', () => {
  const baselines = [
    { date: '2021-01-01', recordedAt: '2021-01-05T00:00:00.000Z', count: 1_146 },
    { date: '2024-01-01', recordedAt: '2024-02-01T00:00:00.000Z', count: 1_084 },
  ];
  const at = (asAt: string, knownAt: string) => baselineAt(baselines, { asAt, knownAt })?.count;
  expect(at('2020-12-31', '2026-01-01T00:00:00.000Z')).toBeUndefined();
  expect(at('2023-12-31', '2026-01-01T00:00:00.000Z')).toBe(1_146);
  expect(at('2024-01-01', '2026-01-01T00:00:00.000Z')).toBe(1_084);
  expect(at('2024-01-15', '2024-01-15T00:00:00.000Z')).toBe(1_146);
});

it('hashes the same value alike whatever the order of its keys', () => {
  expect(hashOf({ a: 1, b: 'ờ' })).toBe(hashOf({ b: 'ờ', a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }));
});

it('stores text in one form, and refuses what no one can have meant', () => {
  expect(nameText.parse('  Tie\u0302\u0301ng Vie\u0323\u0302t ')).toBe('Tiếng Việt');
  expect(nameText.parse('=HYPERLINK("x")')).toBe('=HYPERLINK("x")');
  expect(nameText.safeParse('a\u0000b').success).toBe(false);
  expect(nameText.safeParse('\ud800').success).toBe(false);
  expect(nameText.safeParse('x'.repeat(100_000)).success).toBe(false);
  expect(codeSchema.safeParse('../etc').success).toBe(false);
  expect(codeSchema.parse('1.001193')).toBe('1.001193');
});

it('takes a command id in either case of letters for the same', () => {
  const id = '0190A6F0-0000-7000-8000-00000000ABCD';
  expect(commandIdSchema.parse(id)).toBe(id.toLowerCase());
});

it('refuses moments that no database can hold', () => {
  expect(momentSchema.safeParse('0000-01-01T00:00:00Z').success).toBe(false);
  expect(momentSchema.safeParse('9999-12-31T23:59:59-14:00').success).toBe(false);
  expect(momentSchema.safeParse('2026-01-01T00:00:00+07:00').success).toBe(true);
});
