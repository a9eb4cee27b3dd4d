import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, keptAs } from './amount.ts';
import { bestFirst, groupsOf, reaches, targetFor } from './compare.ts';
import type { Actor } from '../actor.ts';
import { importKindsOf } from '../importing.ts';
import { judgeEntry, objectionToEntering } from './entering.ts';
import { entryInputSchema } from './indicator.ts';

describe('an amount', () => {
  it('is kept as an integer and read back as it was written, for any number of hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (hundredths) => {
        const written = Number(
          `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
        );
        expect(keptAs('percent', written)).toBe(hundredths);
        expect(amountOf('percent', hundredths)).toBe(written);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (count) => {
        expect(keptAs('count', count)).toBe(count);
        expect(amountOf('count', count)).toBe(count);
      }),
    );
  });

  it('is refused with more decimals than are kept, below nothing or out of reach', () => {
    expect([59.571, -1, 1_000.01, Number.NaN].map((amount) => keptAs('percent', amount))).toEqual(
      Array(4).fill(null),
    );
    expect([1.5, -1, 1e13].map((amount) => keptAs('count', amount))).toEqual([null, null, null]);
  });
});

describe('a figure', () => {
  const indicator = { code: 'CT', unit: 'percent', period: 'year' } as const;
  const agency = { kind: 'province', from: '1997-01-01', to: '2025-06-30' };
  const judge = (input: object, change: object = {}, around: object = {}) =>
    judgeEntry(
      { ...indicator, ...change },
      entryInputSchema.parse({ period: '2024', group: 'national', amount: 59.57, source: 'BC', ...input }),
      { agency: null, today: '2026-11-27', ...around },
    );
  const objection = (...args: Parameters<typeof judge>) => {
    const judged = judge(...args);
    return judged.ok ? null : [judged.rejection.code, judged.rejection.field];
  };

  it('is that of one agency or of one group', () => {
    const whose = (input: object) =>
      entryInputSchema.safeParse({ period: '2024', amount: 1, source: 'BC', ...input }).success;
    expect(whose({ agency: 'BTP' }) && whose({ group: 'ministries' })).toBe(true);
    expect(whose({}) || whose({ agency: 'BTP', group: 'ministries' })).toBe(false);
  });

  it('is of the period its indicator has, which has begun, and of an agency of that time', () => {
    expect(judge({})).toMatchObject({ ok: true, value: { indicator: 'CT', value: 5957, kind: 'value' } });
    expect(objection({ period: '2024-H1' })).toEqual(['INVALID_INPUT', 'period']);
    expect(objection({ period: '2027' })).toEqual(['DATE_IN_FUTURE', 'period']);
    // A target is set before its period begins.
    expect(objection({ period: '2027', kind: 'target' })).toBeNull();
    const of = { agency: 'HD', group: null };
    expect(objection(of, {}, { agency })).toBeNull();
    expect(objection({ ...of, period: '2025' }, {}, { agency })).toBeNull();
    expect(objection({ ...of, period: '2026' }, {}, { agency })).toEqual(['AGENCY_ENDED', 'agency']);
    expect(objection(of, {}, { agency: undefined })).toEqual(['UNKNOWN_AGENCY', 'agency']);
    expect(objection(of, {}, { agency: { ...agency, kind: 'unit' } })).toEqual(['UNKNOWN_AGENCY', 'agency']);
  });

  it('is counted out of a whole it does not exceed, and only where things are counted', () => {
    const count = { unit: 'count' };
    expect(judge({ amount: 30, outOf: 51 }, count)).toMatchObject({ value: { value: 30, outOf: 51 } });
    expect(objection({ amount: 52, outOf: 51 }, count)).toEqual(['INVALID_INPUT', 'outOf']);
    expect(objection({ amount: 30, outOf: 51 })).toEqual(['INVALID_INPUT', 'outOf']);
    expect(objection({ amount: 1.5 }, count)).toEqual(['INVALID_INPUT', 'amount']);
  });

  it('is corrected or taken away with a reason', () => {
    expect(objection({ basedOn: 1 })).toEqual(['REASON_REQUIRED', 'reason']);
    expect(judge({ basedOn: 1, reason: 'Gõ nhầm', amount: null })).toMatchObject({ value: { value: null } });
    expect(objection({ amount: null })).toEqual(['INVALID_INPUT', 'amount']);
  });
});

describe('a comparison', () => {
  it('holds a value against its target the way the indicator is better', () => {
    expect([reaches('higher', 50, 50), reaches('higher', 49, 50)]).toEqual([true, false]);
    expect([reaches('lower', 50, 50), reaches('lower', 51, 50)]).toEqual([true, false]);
    expect([reaches('lower', null, 50), reaches('lower', 50, null)]).toEqual([null, null]);
  });

  it('takes the target of the group where an agency has none of its own, but for counts', () => {
    expect(groupsOf('province')).toEqual(['localities', 'national']);
    expect(groupsOf('ministry')).toEqual(['ministries', 'national']);
    expect(targetFor('percent', 7_000, [6_000, 5_000])).toBe(7_000);
    expect(targetFor('percent', null, [null, 5_000])).toBe(5_000);
    expect(targetFor('count', null, [6_000, 5_000])).toBeNull();
  });

  it('puts the best first, whatever the order they come in, and leaves nobody out', () => {
    const rows = fc.uniqueArray(fc.record({ code: fc.string(), value: fc.nat(20) }), {
      selector: ({ code }) => code,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom('higher', 'lower'), (given, better) => {
        const sorted = bestFirst(better, given);
        expect(bestFirst(better, given.toReversed())).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(given));
        for (const [at, row] of sorted.entries()) {
          const next = sorted[at + 1];
          if (next) expect(reaches(better, row.value, next.value)).toBe(true);
        }
      }),
    );
  });
});

describe('who enters a figure', () => {
  const officer = (held: object, roles: readonly string[] = []) =>
    ({
      id: 'a',
      name: 'A',
      agency: 'BTP',
      roles,
      assignments: [{ function: 'drafter', agency: 'BTP', ...held }],
    }) as Actor;
  const value = { kind: 'value', agency: 'BTP' } as const;
  const code = (actor: Actor, figure: Parameters<typeof objectionToEntering>[1] = value) =>
    objectionToEntering(actor, figure)?.code ?? null;

  it('is the programme office for all, and who reports for an agency for its own values', () => {
    expect(code(officer({}))).toBeNull();
    expect(code(officer({ function: 'procedure-control' }))).toBeNull();
    expect(code(officer({}), { ...value, agency: 'BYT' })).toBe('NOT_YOUR_AGENCY');
    expect(code(officer({}), { ...value, agency: null })).toBe('NOT_YOUR_AGENCY');
    expect(code(officer({}), { ...value, kind: 'target' })).toBe('FORBIDDEN');
    expect(code(officer({ function: 'minister' }))).toBe('FORBIDDEN');
    const office = officer({ function: 'minister' }, ['programme-office']);
    expect(code(office, { kind: 'target', agency: null })).toBeNull();
  });

  it('is nobody by a function for the whole country, or by one that was delegated', () => {
    expect(code(officer({ agency: null }))).toBe('FORBIDDEN');
    const onBehalfOf = { id: 'b', name: 'B', form: 'KT', delegationId: 'd' };
    expect(code(officer({ onBehalfOf }))).toBe('FORBIDDEN');
  });

  it('imports figures alone, unless it keeps the record', () => {
    expect(importKindsOf(officer({}))).toEqual(['indicator-figures']);
    expect(importKindsOf(officer({ function: 'minister' }))).toEqual([]);
    expect(importKindsOf(officer({}, ['programme-office']))).toContain('procedures');
  });
});
