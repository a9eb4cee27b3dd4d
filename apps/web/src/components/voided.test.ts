import { expect, it } from 'vitest';
import { askedAgainAt, changedFields, voidedIn } from './voided.ts';

type Entry = Parameters<typeof askedAgainAt>[0][number];
const duc = { id: 'duc', name: 'Đức' };
const entry = (type: string, step: string, facts: Entry['facts'] = {}): Entry => ({
  of: null,
  seq: 1,
  at: '2026-03-02T00:00:00.000Z',
  actor: duc,
  type,
  step,
  reason: null,
  knownBy: null,
  facts,
});
const fallen = (step: string, code: string, fields: string[]) => ({
  voided: [{ step, by: duc, at: '2026-03-02T00:00:00.000Z', procedures: [{ code, fields }] }],
});

it('tells a check what it is asked again about, until it has decided', () => {
  const history = [
    entry('submitted', 'review', fallen('quality-check', '1.002', ['timeLimit'])),
    entry('returned', 'plan-approval'),
    entry('approved', 'quality-check'),
    entry('submitted', 'review', fallen('quality-check', '1.001', ['papers'])),
  ];
  const again = askedAgainAt(history, 'quality-check');
  expect(again.map(({ procedures }) => procedures)).toEqual([[{ code: '1.002', fields: ['timeLimit'] }]]);
  expect(askedAgainAt(history, 'plan-approval')).toEqual([]);
  expect(askedAgainAt([entry('approved', 'quality-check'), ...history], 'quality-check')).toEqual([]);
});

it('names each field once, and nothing where an entry voids nothing', () => {
  const history = [
    entry('submitted', 'review', fallen('quality-check', '1', ['papers', 'level'])),
    entry('submitted', 'review', fallen('quality-check', '2', ['level'])),
  ];
  expect(changedFields(askedAgainAt(history, 'quality-check'))).toEqual(['papers', 'level']);
  expect(voidedIn(entry('submitted', 'review'))).toEqual([]);
});
