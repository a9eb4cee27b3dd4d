import { describe, expect, test } from 'vitest';
import { codeListOf, dateOf, integerOf, listOf, textOf } from './parse-cell.ts';

describe('dates as people write them', () => {
  test.each([
    ['2024-03-15', '2024-03-15'],
    ['15/03/2024', '2024-03-15'],
    ['5/3/2024', '2024-03-05'],
    ['15-03-2024', '2024-03-15'],
    ['15.03.2024', '2024-03-15'],
    [' 15/03/2024 ', '2024-03-15'],
    [new Date('2024-03-15T00:00:00Z'), '2024-03-15'],
  ])('%s is %s', (cell, day) => {
    expect(dateOf(cell)).toEqual({ value: day });
  });

  test.each([
    ['31/02/2024', 'INVALID_DATE'],
    ['03/15/2024', 'INVALID_DATE'],
    ['2024', 'INVALID_DATE'],
    [45_366, 'INVALID_DATE'],
    [new Date(Number.NaN), 'INVALID_DATE'],
    [{}, 'INVALID_DATE'],
    ['01/01/1900', 'DATE_OUT_OF_RANGE'],
    ['9999-12-31', 'DATE_OUT_OF_RANGE'],
  ])('%s is refused as %s', (cell, code) => {
    expect(dateOf(cell)).toEqual({ code });
  });
});

describe('numbers, also stored as text', () => {
  test.each([
    [50_000, 50_000],
    ['50000', 50_000],
    ['50.000', 50_000],
    ['1,234,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['2024.0', 2024],
    ['0', 0],
  ])('%s is %d', (cell, number) => {
    expect(integerOf(cell)).toEqual({ value: number });
  });

  test.each([['năm'], ['1.5'], [1.5], ['-3'], ['1e5'], ['12345678901234567890'], [[]]])(
    '%s is not a number',
    (cell) => {
      expect(integerOf(cell)).toEqual({ code: 'NOT_A_NUMBER' });
    },
  );
});

test('text is NFC and otherwise exactly what stands there', () => {
  expect(textOf('Hộ tịch'.normalize('NFD'))).toEqual({ value: 'Hộ tịch'.normalize('NFC') });
  expect(textOf('=SUM(A1:A9)')).toEqual({ value: '=SUM(A1:A9)' });
  expect(textOf(1.001193)).toEqual({ value: '1.001193' });
  expect(textOf({ a: 1 })).toEqual({ code: 'INVALID_INPUT' });
});

test('several values in one cell', () => {
  expect(listOf('Tờ khai; Giấy chứng sinh\nẢnh, 4 × 6')).toEqual([
    'Tờ khai',
    'Giấy chứng sinh',
    'Ảnh, 4 × 6',
  ]);
  expect(codeListOf('ND-1, TT-2;TT-3')).toEqual(['ND-1', 'TT-2', 'TT-3']);
  expect(listOf(['a', 'b'])).toEqual(['a', 'b']);
});
