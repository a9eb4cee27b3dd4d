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

  const own = (facts: Partial<ChainStep> = {}, n = 1): ChainStep => ({
    key: `own-document-decree-ordinary-y-kien-${n}`,
    name: { vi: `Lấy ý kiến ${n}`, en: `Opinion ${n}` },
    function: 'legal-department',
    scope: 'lead-agency',
    clock: { kind: 'working-days', days: 5 },
    next: null,
    ...facts,
  });
  /** The chain with checks put in after its n-th step, each step leading on to the one after it. */
  const withOwn = (at: number, ...checks: ChainStep[]): ChainStep[] =>
    [...steps.slice(0, at), ...checks, ...steps.slice(at)].map((step, index, all) => ({
      ...step,
      next: all[index + 1]?.key ?? null,
    }));

  it('may have checks of its own between the draft and the signature, and nowhere else', () => {
    const places = steps.map((_, at) => objectionToChain('document-decree-ordinary', withOwn(at, own())));
    expect(places.map((objection) => objection?.details?.['reason'] ?? null)).toEqual([
      'order',
      null,
      null,
      null,
      null,
      ...Array.from({ length: 4 }, () => 'order'),
    ]);
    const chain = chainOf('document-decree-ordinary', 2, withOwn(2, own(), own({}, 2)));
    expect(chain.steps.slice(1, 5).map(({ key, number, kind }) => [key, number, kind])).toEqual([
      ['appraisal', 5, 'check'],
      ['own-document-decree-ordinary-y-kien-1', 5, 'check'],
      ['own-document-decree-ordinary-y-kien-2', 5, 'check'],
      ['respond', 6, 'edit'],
    ]);
    expect(chainOf(chain.id, 2, chainSteps(chain))).toEqual(chain);
  });

  it('a plan may have them between review and approval', () => {
    const key = 'own-plan-minister-y-kien' as const;
    const put = (at: number) => {
      const all = chainSteps(plan);
      all.splice(at, 0, own({ key }));
      return all.map((step, index) => ({ ...step, next: all[index + 1]?.key ?? null }));
    };
    const reasons = [0, 1, 2, 3].map((at) => objectionToChain(plan.id, put(at))?.details?.['reason'] ?? null);
    expect(reasons).toEqual(['order', null, null, 'order']);
  });

  const wrong: [string, string, ChainStep[], string][] = [
    ['without a name', 'name', withOwn(1, own({ name: { vi: ' ', en: 'x' } })), 'steps.1.name.vi'],
    ['without an English name', 'name', withOwn(1, own({ name: { vi: 'x', en: '' } })), 'steps.1.name.en'],
    [
      'with the key of another chain',
      'foreign',
      withOwn(1, own({ key: 'own-plan-minister-x' })),
      'steps.1.key',
    ],
    ['that stands twice', 'twice', withOwn(1, own(), own()), 'steps.2.key'],
    [
      'with a name that another has',
      'sameName',
      withOwn(1, own(), own({ name: { vi: 'LẤY Ý KIẾN 1', en: 'y' } }, 2)),
      'steps.2.name.vi',
    ],
    [
      'whose clock hangs on a date',
      'clock',
      withOwn(1, own({ clock: { kind: 'by-date', date: 'planned-signing' } })),
      'steps.1.clock',
    ],
    ['nothing leads to', 'unreachable', [...steps, own()], 'steps.9.key'],
  ];
  it.each(wrong)('refuses an own check %s as %s', (_name, reason, entered, field) => {
    const objection = objectionToChain('document-decree-ordinary', entered);
    expect(objection).toMatchObject({ code: 'CHAIN_BROKEN', field, details: { reason } });
  });

  it('refuses a name of one’s own for an official step', () => {
    const named = changed('appraisal', { name: { vi: 'Khác', en: 'Else' } });
    expect(objectionToChain('document-decree-ordinary', named)).toMatchObject({
      field: 'steps.1.name',
      details: { reason: 'foreign' },
    });
  });

  it('with own checks is kept only whole, and every way in and out of it is the way entered', () => {
    const checks = [own(), own({}, 2)];
    const all = [...steps, ...checks];
    const keys = all.map(({ key }) => key);
    const isOwn = ({ key }: ChainStep) => checks.some((check) => check.key === key);
    // The official order with the checks shuffled in, and sometimes a wrong turn.
    const drawn = fc.tuple(
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      fc.boolean(),
      fc.constantFrom(...keys, null),
    );
    let kept = 0;
    fc.assert(
      fc.property(drawn, fc.nat(9), fc.nat(9), ([mixed, shuffle, turn], a, b) => {
        const inOrder = [...steps];
        inOrder.splice(a, 0, own());
        inOrder.splice(b, 0, own({}, 2));
        const entered = (shuffle ? mixed : inOrder).map((step, index, list) => ({
          ...step,
          next: shuffle && index === 3 ? turn : (list[index + 1]?.key ?? null),
        }));
        if (objectionToChain('document-decree-ordinary', entered)) return;
        kept += 1;
        const chain = chainOf('document-decree-ordinary', 2, entered);
        expect(chain.steps.map(({ key }) => key).sort()).toEqual([...keys].sort());
        const signing = chain.steps.findIndex(({ key }) => key === 'promulgate');
        for (const [index, step] of entered.entries()) {
          if (!isOwn(step)) continue;
          const at = chain.steps.findIndex(({ key }) => key === step.key);
          expect(at > 0 && at < signing, `${index}`).toBe(true);
          expect(chain.steps[at]?.kind).toBe('check');
        }
      }),
      { numRuns: 1_000 },
    );
    expect(kept).toBeGreaterThan(0);
  });
});
