import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameAgencies, mirroredMove, movedAgencies, wholeMove, withFormer } from './agency-move.ts';

const code = fc.constantFrom('A', 'B', 'C', 'D');
const agencies = fc
  .record({ leadAgency: code, coAgencies: fc.uniqueArray(code) })
  .map(({ leadAgency, coAgencies }) => ({
    leadAgency,
    coAgencies: coAgencies.filter((one) => one !== leadAgency),
  }));

describe('the work of A going to B', () => {
  const move = wholeMove('A', 'B');

  it('takes lead and co-ordinating places along', () => {
    expect(movedAgencies({ leadAgency: 'A', coAgencies: ['C'] }, move)).toEqual({
      leadAgency: 'B',
      coAgencies: ['C'],
    });
    expect(movedAgencies({ leadAgency: 'C', coAgencies: ['A', 'D'] }, move)).toEqual({
      leadAgency: 'C',
      coAgencies: ['B', 'D'],
    });
  });

  it('leaves nothing under A, and no agency beside itself', () => {
    fc.assert(
      fc.property(agencies, (before) => {
        const after = movedAgencies(before, move);
        expect([after.leadAgency, ...after.coAgencies]).not.toContain('A');
        expect(after.coAgencies).not.toContain(after.leadAgency);
        expect(new Set(after.coAgencies).size).toBe(after.coAgencies.length);
      }),
    );
  });

  it('is undone by its mirror, also where both stood side by side', () => {
    fc.assert(
      fc.property(agencies, (before) => {
        const after = movedAgencies(before, move);
        expect(isSameAgencies(movedAgencies(after, mirroredMove(move, before)), before)).toBe(true);
      }),
    );
  });

  it('does not happen a second time', () => {
    fc.assert(
      fc.property(agencies, (before) => {
        const after = movedAgencies(before, move);
        expect(movedAgencies(after, move)).toEqual(after);
      }),
    );
  });

  it('remembers the names left behind', () => {
    const before = { leadAgency: 'A', coAgencies: ['C'] };
    const after = movedAgencies(before, move);
    expect(withFormer(undefined, before, after)).toEqual(['A']);
    expect(withFormer(['A'], after, before)).toEqual(['A', 'B']);
  });
});
