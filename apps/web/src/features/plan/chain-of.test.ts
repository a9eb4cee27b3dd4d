import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import { expect, it } from 'vitest';
import { chainOf } from './chain-of.ts';

const document = (changes: Partial<DocumentSummary>): DocumentSummary => ({
  code: 'D',
  type: 'circular',
  number: null,
  title: 'D',
  leadAgency: { code: 'BTP', name: { vi: 'Bộ Tư pháp', en: null } },
  phase: 'drafting',
  openSteps: [],
  signedOn: null,
  inForceOn: null,
  plannedInForceOn: null,
  missed: [],
  procedures: 1,
  ...changes,
});
const open = (key: string, number: number, timing: 'in-time' | 'overdue') => ({
  key,
  number,
  dueOn: '2026-11-18',
  timing,
  daysLate: timing === 'overdue' ? 2 : 0,
});
const states = (documents: DocumentSummary[]) =>
  Object.fromEntries(chainOf({ steps: [], documents }).map((step) => [step.key, step.status]));

it('shows the worst of several documents at one step, and what all have passed', () => {
  const chain = states([
    document({ openSteps: [open('appraisal', 5, 'in-time')] }),
    document({ openSteps: [open('appraisal', 5, 'overdue')] }),
  ]);
  expect(chain).toMatchObject({ draft: 'passed', appraisal: 'overdue', respond: 'cannot-start' });
});

it('shows a check that was added to a document’s chain while a document stands there', () => {
  const own = 'own-document-circular-ordinary-y-kien';
  const at = document({ openSteps: [open(own, 5, 'in-time')] });
  const steps = chainOf({ steps: [], documents: [at] }).map(({ key, status }) => [key, status]);
  expect(steps.slice(0, 4)).toEqual([
    ['draft', 'passed'],
    ['appraisal', 'passed'],
    [own, 'in-time'],
    ['respond', 'cannot-start'],
  ]);
});

it('leaves verification out where there are only circulars', () => {
  expect(states([document({})])).not.toHaveProperty('verification');
  expect(states([document({ type: 'decree' })])).toHaveProperty('verification');
});

it('passes nothing while a document waits for its plan', () => {
  expect(states([document({ phase: 'waiting' })])['draft']).toBe('cannot-start');
});

it('shows the plan’s own steps alone without documents', () => {
  expect(chainOf({ steps: [], documents: [] })).toEqual([]);
});
