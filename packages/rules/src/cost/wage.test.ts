import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takenSource, wageInputSchema, wageOn } from './wage.ts';

const source = (name: string, dongPerHour: number) => ({ source: name, dongPerHour });
const version = (number: number, from: string, to: string | null = null) => ({ version: number, from, to });

it('takes the lower middle source, and the first entered of those that say the same', () => {
  expect(takenSource([source('A', 50_000), source('B', 42_000), source('C', 61_000)])?.source).toBe('A');
  expect(takenSource([source('A', 50_000), source('B', 42_000)])?.source).toBe('B');
  expect(takenSource([source('A', 50_000), source('B', 50_000), source('C', 50_000)])?.source).toBe('A');
  expect(takenSource([])).toBeNull();
});

it('takes a value that is among the sources, with no more than half of them below and at least half not below', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000), { minLength: 1, maxLength: 20 }), (values) => {
      const taken = takenSource(values.map((value, index) => source(String(index), value)));
      const value = taken?.dongPerHour ?? -1;
      expect(values).toContain(value);
      expect(values.filter((one) => one < value).length).toBeLessThan(values.length / 2);
      expect(values.filter((one) => one > value).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

it('is in use from its first day to its last, and a newer version comes before an older one', () => {
  const versions = [version(1, '2024-01-01'), version(2, '2025-01-01', '2025-12-31')];
  expect(wageOn(versions, '2023-12-31')).toBeNull();
  expect(wageOn(versions, '2024-01-01')?.version).toBe(1);
  expect(wageOn(versions, '2025-12-31')?.version).toBe(2);
  expect(wageOn(versions.toReversed(), '2025-06-01')?.version).toBe(2);
  expect(wageOn(versions, '2026-01-01')?.version).toBe(1);
});

it('has at least one source, each with words of where it comes from', () => {
  const wage = { code: 'LUONG', basedOn: 0, nameVi: 'Lương', from: '2026-01-01', reason: 'Lần đầu' };
  expect(wageInputSchema.safeParse({ ...wage, sources: [] }).success).toBe(false);
  expect(wageInputSchema.safeParse({ ...wage, sources: [source(' ', 1)] }).success).toBe(false);
  expect(wageInputSchema.safeParse({ ...wage, sources: [source('A', 1.5)] }).success).toBe(false);
  expect(wageInputSchema.safeParse({ ...wage, sources: [source('A', 1)] }).success).toBe(true);
});
