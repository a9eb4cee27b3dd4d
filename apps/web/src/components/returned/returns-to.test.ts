import { expect, it } from 'vitest';
import { returnsTo } from './returns-to.ts';

type Entry = Parameters<typeof returnsTo>[0][number];
let seq = 0;
const entry = (type: string, step: string, facts: Entry['facts'] = {}): Entry => ({
  of: null,
  seq: (seq += 1),
  at: '2026-03-02T00:00:00.000Z',
  actor: { id: 'duc', name: 'Đức' },
  type,
  step,
  reason: 'Thiếu số liệu',
  knownBy: null,
  facts,
});
const whole = entry('returned', 'quality-check', { next: 'review' });
const part = entry('returned', 'plan-approval', {
  next: 'plan-approval',
  opened: ['review'],
  procedureCodes: ['1.002'],
});

it('finds why a plan came back, until it is handed in again', () => {
  expect(returnsTo([whole, entry('submitted', 'review')], 'review')).toEqual([whole]);
  expect(returnsTo([entry('submitted', 'review'), whole], 'review')).toEqual([]);
  expect(returnsTo([entry('approved', 'quality-check')], 'review')).toEqual([]);
});

it('tells a part that came back from what stays where it is', () => {
  const history = [part, entry('approved', 'quality-check'), entry('submitted', 'review')];
  expect(returnsTo(history, 'review', ['1.002'])).toEqual([part]);
  expect(returnsTo(history, 'review', ['1.001'])).toEqual([]);
  expect(returnsTo(history, 'plan-approval', ['1.001'])).toEqual([]);
});

it('names every return where parts came back one after the other', () => {
  expect(returnsTo([part, whole, entry('submitted', 'review')], 'review', ['1.001', '1.002'])).toEqual([
    part,
    whole,
  ]);
});
