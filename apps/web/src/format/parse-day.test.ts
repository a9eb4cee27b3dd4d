import { expect, it } from 'vitest';
import { parseDay, writeDay } from './parse-day.ts';

it.each([
  ['22/11/2026', '2026-11-22'],
  ['1/2/2026', '2026-02-01'],
  [' 2026-11-22 ', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['31/02/2026', null],
  ['11/22/2026', null],
  ['mai', null],
])('%s is read as %s', (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

it('writes what it reads', () => {
  expect(parseDay(writeDay('2026-02-01'))).toBe('2026-02-01');
  expect(writeDay(null)).toBe('');
});
