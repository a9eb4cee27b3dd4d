import { expect, it } from 'vitest';
import { printedNumber } from './printed-number.ts';

it('reads a number as it was printed, in Vietnamese or English', () => {
  expect(
    ['898', '1.084', '1,084', ' 12 200 000 '].map((typed) => printedNumber(typed, 'simplified')),
  ).toEqual(['898', '1084', '1084', '12200000']);
  expect(['83', '83 %', '82,84', '82.8%'].map((typed) => printedNumber(typed, 'share'))).toEqual([
    '83',
    '83',
    '82.84',
    '82.8',
  ]);
});

it('takes nothing else for a number', () => {
  expect(['', 'x', '-1', '8,9', '1.08'].map((typed) => printedNumber(typed, 'baseline'))).toEqual(
    Array(5).fill(null),
  );
  expect(['82,845', '1.082,84', '%'].map((typed) => printedNumber(typed, 'share'))).toEqual(
    Array(3).fill(null),
  );
});
