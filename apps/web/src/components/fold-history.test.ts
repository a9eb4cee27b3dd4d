import { expect, it } from 'vitest';
import { foldHistory } from './fold-history.ts';

const entry = (seq: number, actor: string, phase: string) => ({
  seq,
  type: 'documentProgressed',
  step: null,
  actor: { id: actor },
  facts: { phase },
});

it('keeps the oldest of what the system repeats, and all that people did', () => {
  const entries = [
    entry(5, 'system', 'carrying-out'),
    entry(4, 'system', 'carrying-out'),
    entry(3, 'system', 'drafting'),
    entry(2, 'lan', 'drafting'),
    entry(1, 'lan', 'drafting'),
  ];
  expect(foldHistory(entries).map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
});

it('says once that a plan is linked, however often the plan tells of itself', () => {
  const link = (seq: number, planCode: string, standing: string) => ({
    ...entry(seq, 'system', `phase ${seq}`),
    type: 'planLinked',
    facts: { planCode, link: standing, phase: `phase ${seq}` },
  });
  const entries = [
    link(7, 'BTP-1', 'begun'),
    link(6, 'BTP-1', 'ended'),
    link(5, 'BTP-1', 'approved'),
    entry(4, 'lan', 'drafting'),
    link(3, 'BTP-2', 'approved'),
    link(2, 'BTP-1', 'approved'),
    link(1, 'BTP-1', 'begun'),
  ];
  expect(foldHistory(entries).map(({ seq }) => seq)).toEqual([7, 6, 4, 3, 2, 1]);
});
