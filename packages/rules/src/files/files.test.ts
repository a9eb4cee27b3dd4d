import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duc, hoa, lan, minh, office, stranger } from '../../tests/people.ts';
import { newDocument, newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { decideDocument } from '../document/decide.ts';
import { evolveDocument } from '../document/evolve.ts';
import type { ErrorCode } from '../errors.ts';
import { hashOf } from '../hash.ts';
import { decidePlan } from '../plan/decide.ts';
import { evolvePlan } from '../plan/evolve.ts';
import { planFiling } from '../plan/objections.ts';
import { planContentHash, type PlanState } from '../plan/state.ts';
import type { StampedAttachFile } from './command.ts';
import { FILE_KINDS, type FileKind, newFileId } from './file.ts';
import { filingPlaces } from './objections.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function attach(
  subject: { readonly kind: string; readonly code: string },
  actor: Actor,
  { n = 1, kind = 'other' as FileKind, step = 'review' as StampedAttachFile['step'], fileId = '' } = {},
): StampedAttachFile {
  const id = fileId || newFileId(subject, uuid(n));
  const file = {
    fileId: id,
    kind,
    title: 'Dự thảo',
    name: 'a.pdf',
    mime: 'application/pdf',
    bytes: 9,
  } as const;
  return {
    type: 'attachFile',
    commandId: uuid(n),
    expectedVersion: 0,
    step,
    file: { ...file, sha256: hashOf(n) },
    actor,
  };
}
type Words = Parameters<typeof decidePlan>[1];
const does = (plan: PlanState, command: Words): PlanState => {
  const result = decidePlan(plan, command, T0);
  if (!result.ok) throw new Error(result.rejection.code);
  return result.value.reduce(evolvePlan, plan);
};
const refusal = (plan: PlanState, command: Words): [ErrorCode, string?] | null => {
  const result = decidePlan(plan, command, T0);
  if (result.ok) return null;
  const { code, field } = result.rejection;
  return field === undefined ? [code] : [code, field];
};
const at = (plan: PlanState, actor: Actor, words: object): PlanState =>
  does(plan, { commandId: uuid(99), expectedVersion: plan.version, actor, ...words } as Words);
const submitted = (plan = newPlan()): PlanState => at(plan, lan, { type: 'submit' });
const detach = (plan: PlanState, actor: Actor, fileId: string): Words => ({
  type: 'detachFile',
  commandId: uuid(98),
  expectedVersion: plan.version,
  fileId,
  reason: 'nhầm tệp',
  actor,
});

describe('who attaches files', () => {
  const plan = newPlan();

  it('is whoever may act on the open step', () => {
    expect(refusal(plan, attach(plan, lan))).toBeNull();
    for (const actor of [duc, minh, office, stranger]) {
      expect(refusal(plan, attach(plan, actor)), actor.id).toEqual(['NOT_YOUR_STEP']);
    }
    const held = at(plan, hoa, { type: 'claim' });
    expect(refusal(held, attach(held, lan))).toEqual(['HELD_BY_OTHER']);
  });

  it('may add to a step that is behind, but never a draft: it is what the check looks at', () => {
    const later = submitted(plan);
    expect(refusal(later, attach(later, lan, { kind: 'opinion' }))).toBeNull();
    expect(refusal(later, attach(later, lan, { kind: 'draft' }))).toEqual(['STEP_NOT_OPEN', 'step']);
    expect(refusal(later, attach(later, duc, { kind: 'draft', step: 'quality-check' }))).toEqual([
      'STEP_NOT_OPEN',
      'step',
    ]);
  });

  it('cannot attach to a step that has not come, is of another chain, or when all is over', () => {
    expect(refusal(plan, attach(plan, minh, { step: 'plan-approval' }))).toEqual(['STEP_NOT_OPEN', 'step']);
    expect(refusal(plan, attach(plan, lan, { step: 'draft' }))).toEqual(['INVALID_INPUT', 'step']);
    const ended = at(plan, lan, { type: 'withdraw', reason: 'rút' });
    expect(refusal(ended, attach(ended, lan))).toEqual(['SUBJECT_CLOSED']);
  });

  it('drafts by attaching a draft, and does not by attaching anything else', () => {
    const drafted = does(plan, attach(plan, hoa, { kind: 'draft' }));
    const sent = at(drafted, lan, { type: 'submit' });
    const approval = { type: 'approve', contentHash: planContentHash(sent) };
    expect(() => at(sent, hoa, approval)).toThrow('FOUR_EYES');
    const checked = does(submitted(plan), attach(plan, duc, { kind: 'opinion', step: 'quality-check' }));
    expect(checked.editors).not.toContain('duc');
    expect(at(checked, duc, { type: 'approve', contentHash: planContentHash(checked) }).step?.key).toBe(
      'plan-approval',
    );
  });

  it('finds the places that are theirs', () => {
    expect(filingPlaces(planFiling(plan), lan)).toEqual([{ step: 'review', kinds: [...FILE_KINDS] }]);
    expect(filingPlaces(planFiling(submitted(plan)), duc)).toEqual([
      { step: 'quality-check', kinds: ['opinion', 'signed', 'other'] },
    ]);
    expect(filingPlaces(planFiling(plan), stranger)).toEqual([]);
  });
});

describe('a file', () => {
  it('gets versions, keeps step and kind, and is hidden with a reason', () => {
    let plan = does(newPlan(), attach(newPlan(), lan));
    const fileId = newFileId(plan, uuid(1));
    plan = does(plan, attach(plan, lan, { n: 2, fileId }));
    expect(plan.files).toMatchObject([{ fileId, version: 2, step: 'review', kind: 'other' }]);
    expect(refusal(plan, attach(plan, lan, { n: 3, fileId, kind: 'draft' }))).toEqual([
      'INVALID_INPUT',
      'kind',
    ]);
    plan = does(plan, detach(plan, lan, fileId));
    expect(plan.files).toMatchObject([{ fileId, version: 2, detached: true }]);
    expect(refusal(plan, detach(plan, lan, fileId))).toEqual(['NOT_FOUND', 'fileId']);
    expect(refusal(plan, attach(plan, lan, { n: 3, fileId }))).toEqual(['NOT_FOUND', 'fileId']);
  });

  it('cannot take the name of a file of somewhere else', () => {
    const other = newFileId({ kind: 'plan', code: 'BYT-1' }, uuid(1));
    const plan = newPlan();
    expect(refusal(plan, attach(plan, lan, { fileId: other }))).toEqual(['NOT_FOUND', 'fileId']);
  });

  it('leaves the version that approvers signed as it is', () => {
    const plan = newPlan();
    const after = does(plan, attach(plan, lan));
    expect([after.version, after.seq]).toEqual([plan.version, plan.seq + 1]);
    expect(planContentHash(after)).toBe(planContentHash(plan));
  });

  it('goes to a document before and after it has begun', () => {
    const waiting = newDocument();
    const command = attach(waiting, hoa, { step: 'draft', kind: 'draft' });
    const result = decideDocument(waiting, command, T0);
    expect(result.ok && result.value.reduce(evolveDocument, waiting).files).toMatchObject([
      { step: 'draft' },
    ]);
    expect(decideDocument(waiting, attach(waiting, duc, { step: 'draft' }), T0).ok).toBe(false);
  });

  it('whatever is attached and taken away: versions count up by one, and nothing is lost', () => {
    const turn = fc.record({ file: fc.nat(3), away: fc.boolean(), kind: fc.constantFrom(...FILE_KINDS) });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        let plan = newPlan();
        const versions = new Map<string, number>();
        for (const [n, { file, away, kind }] of turns.entries()) {
          const first = newFileId(plan, uuid(file));
          const known = versions.has(first);
          const command = away
            ? detach(plan, lan, first)
            : attach(plan, lan, { n: known ? 100 + n : file, kind, fileId: first });
          const result = decidePlan(plan, command, T0);
          if (!result.ok) continue;
          plan = result.value.reduce(evolvePlan, plan);
          if (!away) versions.set(first, (versions.get(first) ?? 0) + 1);
        }
        const kept = new Map((plan.files ?? []).map(({ fileId, version }) => [fileId, version]));
        expect(kept).toEqual(versions);
      }),
    );
  });
});
