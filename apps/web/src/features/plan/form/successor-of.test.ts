import { describe, expect, it } from 'vitest';
import { successorOf } from './successor-of.ts';

const agency = (code: string, to: string | null = null, successor: string | null = null) => ({
  code,
  to,
  successor,
});
const agencies = [
  agency('OLD', '2025-02-28', 'MID'),
  agency('MID', '2026-01-31', 'NEW'),
  agency('NEW'),
  agency('GONE', '2025-02-28'),
  agency('A', '2025-02-28', 'B'),
  agency('B', '2025-02-28', 'A'),
];

describe('who has the work of an agency that has ended', () => {
  it.each([
    ['OLD', '2026-11-26', 'NEW'],
    ['OLD', '2025-12-01', 'MID'],
    ['GONE', '2026-11-26', undefined],
    ['A', '2026-11-26', undefined],
    ['XXX', '2026-11-26', undefined],
  ])('%s on %s: %s', (code, day, expected) => {
    expect(successorOf(agencies, code, day)?.code).toBe(expected);
  });
});
