import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysBetween } from '../day.ts';
import { officeDate, officeNumber } from './office-values.ts';

describe('days', () => {
  test.each([
    [45_366, '2024-03-15'],
    ['45366', '2024-03-15'],
    [45_366.75, '2024-03-15'],
    ['15/03/2024', '2024-03-15'],
    ['5/3/2024 00:00:00', '2024-03-05'],
    ['15 / 03 / 2024', '2024-03-15'],
    ['ngày 15 tháng 3 năm 2024', '2024-03-15'],
    ['15 Tháng 03 Năm 2024', '2024-03-15'],
  ])('%s is %s', (cell, day) => expect(officeDate(cell)).toBe(day));

  test.each([
    ['15/03/24'],
    ['03/15/2024'],
    ['31/02/2024'],
    [2024],
    [-1],
    [Number.NaN],
    [''],
    ['quý II'],
    [null],
    [{}],
  ])('%s is left to be judged', (cell) => expect(officeDate(cell)).toBeNull());

  const anyDay = fc
    .date({
      min: new Date('1945-09-02T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

  it('reads every day back, as Excel numbers it and as offices write it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-');
        expect(officeDate(`${date}/${month}/${year}`)).toBe(day);
        expect(officeDate(`ngày ${Number(date)} tháng ${Number(month)} năm ${year}`)).toBe(day);
        // 1 January 2000 is 36526.
        expect(officeDate(36_526 + daysBetween('2000-01-01', day))).toBe(day);
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['1.000,50', 1000.5],
    ['1,000.50', 1000.5],
    ['1.000', 1000],
    ['1.000.000', 1_000_000],
    ['1 000 000', 1_000_000],
    ['1 000,5', 1000.5],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['50.000 đồng', 50_000],
    ['50.000đ', 50_000],
    ['8.000 VNĐ', 8000],
    ['-1.000', -1000],
    [7, 7],
  ])('%s is %d', (cell, number) => expect(officeNumber(cell)).toBe(number));

  test.each([
    ['1.00.000'],
    ['1.000,5,0'],
    ['1,00.00'],
    ['năm'],
    ['5 ngày'],
    ['1.'],
    ['.5'],
    [''],
    [null],
    [Number.NaN],
  ])('%s is none', (cell) => expect(officeNumber(cell)).toBeNull());

  it('reads back what a Vietnamese or English office writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
          const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, '.');
          const fraction = String(cents).padStart(2, '0');
          expect(officeNumber(`${grouped},${fraction}`)).toBe(value);
          expect(officeNumber(`${grouped.replaceAll('.', ',')}.${fraction}`)).toBe(value);
          expect(officeNumber(`${grouped.replaceAll('.', ' ')},${fraction}`)).toBe(value);
          expect(officeNumber(grouped)).toBe(whole);
        },
      ),
    );
  });
});
