import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../src/actor.ts';
import type { Chain } from '../src/chain.ts';
import { documentChain, planChain } from '../src/default-chains.ts';
import { DOCUMENT_CHART } from '../src/document/chart.ts';
import { decideDocument } from '../src/document/decide.ts';
import { evolveDocument, foldDocument } from '../src/document/evolve.ts';
import { documentAfterNews } from '../src/document/hear.ts';
import { documentContentHash, type DocumentState } from '../src/document/state.ts';
import { planMessages } from '../src/messages.ts';
import { SYSTEM } from '../src/person.ts';
import { PLAN_CHART } from '../src/plan/chart.ts';
import type { StampedPlanCommand } from '../src/plan/command.ts';
import { decidePlan } from '../src/plan/decide.ts';
import { evolvePlan } from '../src/plan/evolve.ts';
import { approvedMeasures, lanesOf } from '../src/plan/lanes.ts';
import { verdicts } from '../src/plan/material.ts';
import { planContentHash, type PlanState } from '../src/plan/state.ts';
import { subjectOf } from '../src/vocabulary.ts';
import { duc, hoa, lan, minh, person, phap } from './people.ts';
import {
  documentCommand,
  editedFacts,
  newDocument,
  newPlan,
  planCommand,
  T0,
  walk,
  withOwnChecks,
} from './walks.ts';

const plain = planChain({ approvalLevel: 'minister' });
const OWN = 'own-plan-minister-y-kien-1';
const chain = withOwnChecks(plain, [['quality-check', 'legal-department']]);
const ID = '00000000-0000-4000-8000-000000000001';

const decided = (state: PlanState, actor: Actor, command: object) =>
  decidePlan(
    state,
    { commandId: ID, expectedVersion: state.version, actor, ...command } as StampedPlanCommand,
    T0,
  );
function does(state: PlanState, actor: Actor, command: object): PlanState {
  const result = decided(state, actor, command);
  if (!result.ok) throw new Error(result.rejection.code);
  return result.value.reduce(evolvePlan, state);
}
const approve = (state: PlanState) => ({ type: 'approve', contentHash: planContentHash(state) });
const stand = (state: PlanState) =>
  Object.fromEntries(lanesOf(state).map(({ step, procedureCodes }) => [step.key, procedureCodes.join(' ')]));

describe('a check of one’s own in a plan', () => {
  const submitted = does(newPlan(undefined, chain), lan, { type: 'submit' });
  const checked = does(submitted, duc, approve(submitted));

  it('comes after the step before it, with its own function and clock, and goes on when it approves', () => {
    expect(checked).toMatchObject({
      phase: 'submitted',
      step: { key: OWN, kind: 'check', function: 'legal-department' },
    });
    expect(subjectOf(OWN)).toBe('plan');
    const heard = does(checked, phap, approve(checked));
    expect(heard.step?.key).toBe('plan-approval');
    expect(does(heard, minh, approve(heard)).phase).toBe('approved');
  });

  it('is decided on by nobody who drafted, and by nobody without its function', () => {
    const both = person('phap2', ['legal-department', 'drafter']);
    const drafted = does(newPlan(undefined, chain), both, {
      type: 'saveContent',
      facts: editedFacts(newPlan(undefined, chain), ['1.001'], 3),
    });
    const there = does(does(drafted, lan, { type: 'submit' }), duc, { type: 'claim' });
    const at = does(there, duc, approve(there));
    expect(decided(at, both, approve(at))).toMatchObject({ rejection: { code: 'FOUR_EYES' } });
    expect(decided(checked, minh, approve(checked))).toMatchObject({ rejection: { code: 'NOT_YOUR_STEP' } });
  });

  it('returns some procedures only, and is asked again about what changed in something material, alone', () => {
    const parted = does(checked, phap, { type: 'return', procedureCodes: ['1.002'], reason: 'thiếu' });
    expect(stand(parted)).toEqual({ [OWN]: '1.001 1.003', review: '1.002' });
    const on = does(parted, phap, { ...approve(parted), step: OWN });
    expect(stand(on)).toEqual({ 'plan-approval': '1.001 1.003', review: '1.002' });
    const edited = does(on, lan, {
      type: 'saveContent',
      step: 'review',
      facts: editedFacts(on, ['1.002'], 9),
    });
    const again = does(edited, lan, { type: 'submit', step: 'review' });
    expect(stand(again)).toEqual({ 'plan-approval': '1.001 1.003', 'quality-check': '1.002' });
    const asked = does(again, duc, { ...approve(again), step: 'quality-check' });
    expect(stand(asked)).toEqual({ 'plan-approval': '1.001 1.003', [OWN]: '1.002' });
  });

  it('is named by whoever is told that another step is open', () => {
    expect(decided(checked, lan, { type: 'submit' })).toMatchObject({
      rejection: {
        code: 'STEP_NOT_OPEN',
        details: { step: OWN, stepVi: 'Lấy ý kiến 1', stepEn: 'Opinion 1' },
      },
    });
  });

  it('comes and goes with another version of the chain, but not while a plan stands there', () => {
    const keeper = person('keeper', [], { roles: ['administrator'] });
    const move = (to: Chain) => ({ type: 'replan', chain: { ...to, version: to.version + 1 } });
    const moved = does(does(newPlan(), lan, { type: 'submit' }), keeper, move(chain));
    expect(does(moved, duc, approve(moved)).step?.key).toBe(OWN);
    expect(decided(checked, keeper, move(plain))).toMatchObject({
      rejection: { code: 'CHAIN_LACKS_STEP', details: { step: OWN, stepVi: 'Lấy ý kiến 1' } },
    });
    // Called differently it is the same check: what stands there goes on.
    const renamed: Chain = {
      ...chain,
      steps: chain.steps.map((step) => (step.name ? { ...step, name: { vi: 'Khác', en: 'Else' } } : step)),
    };
    const claimed = does(checked, phap, { type: 'claim' });
    expect(does(claimed, keeper, move(renamed)).step).toMatchObject({ key: OWN, holder: { id: 'phap' } });
    // Behind it, it stays in the history of a plan whose chain lacks it now.
    const behind = does(checked, phap, approve(checked));
    expect(does(behind, keeper, move(plain)).chain.past).toMatchObject([{ key: OWN }]);
  });
});

/** Up to three own checks anywhere a check can stand. */
const ownChecks = (
  places: readonly ('review' | 'quality-check' | 'draft' | 'appraisal' | 'respond' | 'verification')[],
) =>
  fc.array(
    fc.tuple(
      fc.constantFrom(...places),
      fc.constantFrom('legal-department' as const, 'procedure-control' as const, 'minister' as const),
    ),
    { minLength: 1, maxLength: 3 },
  );

it('whatever befalls a plan under a chain with own checks, it moves as charted and passes every check', () => {
  let [passed, ownApprovals] = [0, 0];
  fc.assert(
    fc.property(ownChecks(['review', 'quality-check']), walk, (after, draws) => {
      const own = withOwnChecks(plain, after);
      let state = newPlan(undefined, own);
      for (const draw of draws) {
        const command = planCommand(state, draw);
        const result = decidePlan(state, command, T0);
        if (!result.ok) continue;
        const [event] = result.value;
        const next = result.value.reduce(evolvePlan, state);
        if (event && next.phase !== state.phase) {
          expect(PLAN_CHART).toContainEqual({ from: state.phase, on: event.type, to: next.phase });
        }
        if (event?.type === 'approved') {
          expect(state.editors).not.toContain(event.actor.id);
          if (event.step.startsWith('own-')) ownApprovals += 1;
        }
        state = next;
        const verdict = verdicts(state);
        for (const { procedureCode } of approvedMeasures(state)) {
          for (const { key, kind } of own.steps) {
            if (kind === 'check')
              expect([procedureCode, key, verdict(procedureCode, key)]).toEqual([
                procedureCode,
                key,
                'stands',
              ]);
          }
          passed += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(passed).toBeGreaterThan(0);
  expect(ownApprovals).toBeGreaterThan(0);
});

/** What starts a document: the plan it carries, approved. */
function begun(own: Chain): DocumentState {
  const submitted = does(newPlan(), lan, { type: 'submit' });
  const checked = does(submitted, duc, approve(submitted));
  const [message] = planMessages(checked, does(checked, minh, approve(checked)));
  if (!message) throw new Error('an approved plan tells its document');
  const waiting = newDocument('decree', own);
  return documentAfterNews(waiting, message.news, { at: T0, actor: SYSTEM }).reduce(evolveDocument, waiting);
}

it('whatever befalls a document under a chain with own checks, it is signed only once each of them has approved', () => {
  let signed = 0;
  const places = ['draft', 'appraisal', 'respond', 'verification'] as const;
  fc.assert(
    fc.property(ownChecks(places), walk, (after, draws) => {
      const own = withOwnChecks(documentChain({ type: 'decree', shortened: false }), after);
      let state = begun(own);
      const events = [];
      for (const draw of draws) {
        const result = decideDocument(state, documentCommand(state, draw, T0), T0);
        if (!result.ok) continue;
        const next = result.value.reduce(evolveDocument, state);
        const [event] = result.value;
        if (event && next.phase !== state.phase) {
          expect(DOCUMENT_CHART).toContainEqual({ from: state.phase, on: event.type, to: next.phase });
        }
        events.push(...result.value);
        state = next;
        if (state.promulgation || state.steps.some(({ key }) => key === 'promulgate')) {
          signed += 1;
          const by = new Set(state.approvals.map(({ step }) => step));
          for (const { key, kind } of own.steps) if (kind === 'check') expect(by).toContain(key);
        }
      }
      expect(events.reduce(evolveDocument, begun(own))).toEqual(state);
    }),
    { numRuns: 150 },
  );
  expect(signed).toBeGreaterThan(0);
});

it('stands in a document between the draft and the signature', () => {
  const own = withOwnChecks(documentChain({ type: 'circular', shortened: false }), [
    ['respond', 'procedure-control'],
  ]);
  const state = begun(own);
  const act = (document: DocumentState, actor: Actor, type: 'submit' | 'approve'): DocumentState => {
    const seen = type === 'approve' ? { contentHash: documentContentHash(document) } : {};
    const command = { commandId: ID, expectedVersion: document.version, actor, type, ...seen };
    const result = decideDocument(document, command as never, T0);
    if (!result.ok) throw new Error(result.rejection.code);
    return result.value.reduce(evolveDocument, document);
  };
  const answered = act(act(act(state, lan, 'submit'), phap, 'approve'), lan, 'submit');
  expect(answered).toMatchObject({
    phase: 'submitted',
    steps: [{ key: 'own-document-circular-ordinary-y-kien-1' }],
  });
  expect(() => act(answered, hoa, 'approve')).toThrow('FOUR_EYES');
  expect(act(answered, duc, 'approve')).toMatchObject({ phase: 'approved', steps: [{ key: 'promulgate' }] });
  expect(foldDocument([])).toBeNull();
});
