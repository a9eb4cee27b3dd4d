import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundsOf } from './rounds.ts';

const one = fc.record({
  id: fc.uuid(),
  askedOn: fc.constantFrom('2026-03-05', '2026-03-06'),
  by: fc.constantFrom('2026-03-20', '2026-04-01'),
  note: fc.constantFrom('', 'Điều 5'),
});

it('puts everyone who was asked into one round, with those alone who were asked the same', () => {
  fc.assert(
    fc.property(fc.array(one), (asked) => {
      const rounds = roundsOf(asked);
      expect(rounds.flat().toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        asked.toSorted((a, b) => a.id.localeCompare(b.id)),
      );
      const keys = rounds.map((round) => new Set(round.map(({ askedOn, by, note }) => askedOn + by + note)));
      expect(keys.every((key) => key.size === 1)).toBe(true);
      expect(new Set(keys.map((key) => [...key][0])).size).toBe(rounds.length);
    }),
  );
});
