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
