import { describe, expect, it } from 'vitest';
import { formatFor } from './format.ts';

describe('numbers and dates in the reader’s format', () => {
  const vi = formatFor('vi');
  const en = formatFor('en');

  it('groups thousands', () => {
    expect([vi.number(1084), en.number(1084)]).toEqual(['1.084', '1,084']);
  });
  it('writes shares with two decimals and whole ones for the report', () => {
    expect([vi.percent(82.84), en.percent(82.84), vi.percent(83, 0)]).toEqual([
      '82,84\u00a0%',
      '82.84%',
      '83\u00a0%',
    ]);
    expect(vi.percent(50)).toBe('50,00\u00a0%');
  });
  it('writes legal dates without moving them to another zone', () => {
    expect([vi.day('2026-11-22'), en.day('2026-11-22'), vi.shortDay('2026-11-22')]).toEqual([
      '22/11/2026',
      '22 Nov 2026',
      '22/11',
    ]);
  });
  it('shows instants in Viet Nam’s time', () => {
    expect(vi.moment('2026-11-22T17:30:00.000Z')).toBe('23/11/2026 00:30');
    expect(vi.dayOf('2026-11-22T16:59:00.000Z')).toBe('22/11/2026');
  });
  it('writes how long something takes, and moments to the second', () => {
    expect([0, 59, 61, 7_300, 90_000].map(vi.duration)).toEqual([
      '0 giây',
      '59 giây',
      '1 phút',
      '2 giờ',
      '1 ngày',
    ]);
    expect([1, 7_300].map(en.duration)).toEqual(['1 second', '2 hours']);
    expect(vi.clock('2026-11-22T17:30:05.000Z')).toBe('00:30:05');
  });
  it('writes periods', () => {
    const periods = ['2024', '2024-H1', '2024-H2', '2024-Q3', '2024-07'];
    expect(periods.map(vi.period)).toEqual([
      'năm 2024',
      '6 tháng đầu năm 2024',
      '6 tháng cuối năm 2024',
      'quý III/2024',
      'tháng 7/2024',
    ]);
    expect(periods.map(en.period)).toEqual([
      '2024',
      'first half of 2024',
      'second half of 2024',
      'Q3 2024',
      'July 2024',
    ]);
  });
  it('writes money', () => {
    expect([vi.money(50000), en.money(50000)]).toEqual(['50.000\u00a0đồng', 'VND\u00a050,000']);
  });
});
