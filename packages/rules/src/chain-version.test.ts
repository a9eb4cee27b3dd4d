import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep } from './chain.ts';
import { chainOf, type ChainStep, chainSteps, DEFAULT_CHAINS, objectionToChain } from './chain-version.ts';

const decree = DEFAULT_CHAINS.find(({ id }) => id === 'document-decree-ordinary');
const plan = DEFAULT_CHAINS.find(({ id }) => id === 'plan-minister');
if (!decree || !plan) throw new Error('the product comes with these chains');
const steps = chainSteps(decree);

const changed = (key: string, facts: Partial<ChainStep>): ChainStep[] =>
  steps.map((step) => (step.key === key ? { ...step, ...facts } : step));
const without = (key: string): ChainStep[] => {
  const gone = steps.find((step) => step.key === key);
  return steps
    .filter((step) => step.key !== key)
    .map((step) => (step.next === key ? { ...step, next: gone?.next ?? null } : step));
};

describe('a chain somebody enters', () => {
  it.each(DEFAULT_CHAINS)('$id, as the product comes with it, is whole and comes back unchanged', (chain) => {
    expect(objectionToChain(chain.id, chainSteps(chain))).toBeNull();
    expect(chainOf(chain.id, chain.version, chainSteps(chain))).toEqual(chain);
  });

  const broken: [string, string, ChainStep[], string][] = [
    ['a step nothing leads to', 'unreachable', changed('appraisal', { next: 'promulgate' }), 'steps.2.key'],
    ['a circle', 'noEnd', changed('public-display', { next: 'draft' }), 'steps.8.next'],
    ['a step that stands twice', 'twice', [...steps, ...steps.slice(0, 1)], 'steps.9.key'],
    ['a step of a plan', 'foreign', changed('draft', { key: 'review' }), 'steps.0.key'],
    ['no appraisal', 'missing', without('appraisal'), 'steps'],
    ['a way to a step that is not there', 'missing', steps.slice(0, -1), 'steps.7.next'],
    [
      'a clock on a date documents do not have',
      'clock',
      changed('draft', { clock: { kind: 'by-date', date: 'review' } }),
      'steps.0.clock',
    ],
  ];
  it.each(broken)('%s is refused as %s', (_name, reason, entered, field) => {
    expect(objectionToChain('document-decree-ordinary', entered)).toMatchObject({
      code: 'CHAIN_BROKEN',
      field,
      details: { reason },
    });
    expect(() => chainOf('document-decree-ordinary', 2, entered)).toThrow(RangeError);
  });

  it('may leave out verification, and what comes after promulgation keeps its order', () => {
    expect(objectionToChain('document-decree-ordinary', without('verification'))).toBeNull();
    const swapped = changed('promulgate', { next: 'sign-announcement' })
      .map((step) =>
        step.key === 'sign-announcement' ? { ...step, next: 'draft-announcement' as const } : step,
      )
      .map((step) =>
        step.key === 'draft-announcement' ? { ...step, next: 'national-database' as const } : step,
      );
    expect(objectionToChain('document-decree-ordinary', swapped)).toMatchObject({
      details: { reason: 'order' },
    });
  });

  it('is never kept with a step that cannot be reached or without an end', () => {
    const keys = steps.map(({ key }) => key);
    const next = fc.constantFrom(...keys, null);
    fc.assert(
      fc.property(fc.array(next, { minLength: 9, maxLength: 9 }), (drawn) => {
        const entered = steps.map((step, index) => ({ ...step, next: drawn[index] ?? null }));
        if (objectionToChain('document-decree-ordinary', entered)) return;
        const chain = chainOf('document-decree-ordinary', 2, entered);
        expect(chain.steps.map(({ key }) => key).sort()).toEqual([...keys].sort());
        expect(chain.steps.filter(({ key }) => nextStep(chain, key) === null)).toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  });
});
