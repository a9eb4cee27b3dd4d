import { describe, expect, it } from 'vitest';
import { admin, lan, minh, office, person } from '../tests/people.ts';
import {
  type Delegation,
  type DelegationFacts,
  delegationInput,
  objectionToDelegating,
  objectionToRevoking,
} from './delegation.ts';

const HELD = '00000000-0000-4000-8000-000000000001';
const input = delegationInput.parse({
  id: '00000000-0000-4000-8000-00000000000a',
  personId: 'minh',
  substituteId: 'thu',
  form: 'KT',
  from: '2026-11-25',
  to: '2026-11-30',
  reason: 'Đi công tác',
});
const known = (id: string, more = {}) => ({ id, agency: 'BTP', roles: [], active: true, name: id, ...more });
const facts: DelegationFacts = {
  today: '2026-11-25',
  person: known('minh'),
  substitute: known('thu'),
  assignments: [
    { id: HELD, personId: 'minh', function: 'minister', agency: 'BTP', from: '2024-01-01', to: null },
  ],
  given: [],
};
const given = (more: Partial<Delegation>) => ({
  ...input,
  id: 'other',
  givenAt: '2026-11-01T00:00:00.000Z',
  givenBy: { id: 'minh', name: 'Minh' },
  revokedAt: null,
  revokedBy: null,
  substituteName: 'Tư',
  ...more,
});
const overlap = { from: '2026-11-28', to: '2026-12-05' };

describe('giving a delegation', () => {
  it.each([
    ['one gives one’s own', minh, {}, {}, null],
    ['an administrator gives for somebody', admin, {}, {}, null],
    ['the programme office too', office, {}, {}, null],
    ['nobody else does', lan, {}, {}, 'FORBIDDEN'],
    ['not to oneself', minh, { substituteId: 'minh' }, {}, 'INVALID_SUBSTITUTE'],
    ['nobody gives themself power', admin, { substituteId: 'admin' }, {}, 'FOUR_EYES'],
    ['not across agencies', minh, {}, { substitute: known('thu', { agency: 'BYT' }) }, 'INVALID_SUBSTITUTE'],
    [
      'not to an auditor',
      minh,
      {},
      { substitute: known('thu', { roles: ['auditor'] }) },
      'INVALID_SUBSTITUTE',
    ],
    ['not to who has left', minh, {}, { substitute: known('thu', { active: false }) }, 'UNKNOWN_PERSON'],
    ['not for days gone by', minh, { from: '2026-11-24' }, {}, 'DATE_ORDER'],
    ['not backwards', minh, { to: '2026-11-24' }, {}, 'DATE_ORDER'],
    ['not for years', minh, { to: '2028-11-24' }, {}, 'DATE_OUT_OF_RANGE'],
    ['something', minh, {}, { assignments: [] }, 'NOTHING_TO_DELEGATE'],
    ['only what one holds', minh, { assignments: [input.id] }, {}, 'INVALID_INPUT'],
    ['one of them', minh, { assignments: [HELD] }, {}, null],
    ['not twice for a day', minh, {}, { given: [given(overlap)] }, 'DELEGATION_OVERLAPS'],
    ['again after it was ended', minh, {}, { given: [given({ ...overlap, revokedAt: 'x' })] }, null],
    [
      'plans to one, documents to another',
      minh,
      { only: 'plan' },
      { given: [given({ only: 'document' })] },
      null,
    ],
    [
      'not to who is away too',
      minh,
      {},
      { given: [given({ personId: 'thu', ...overlap })] },
      'INVALID_SUBSTITUTE',
    ],
  ] as const)('%s', (_name, actor, asked, about, code) => {
    const found = objectionToDelegating(
      actor,
      { ...input, ...asked } as typeof input,
      { ...facts, ...about } as DelegationFacts,
    );
    expect(found?.code ?? null).toBe(code);
  });
});

it('is ended by those it is between and those who keep the catalogue, once', () => {
  const running = given({});
  const today = '2026-11-26';
  for (const actor of [minh, person('thu', []), admin, office]) {
    expect(objectionToRevoking(actor, running, today)).toBeNull();
  }
  expect(objectionToRevoking(lan, running, today)?.code).toBe('NOT_FOUND');
  expect(objectionToRevoking(minh, { ...running, revokedAt: 'x' }, today)?.code).toBe('DELEGATION_ENDED');
  expect(objectionToRevoking(minh, running, '2026-12-01')?.code).toBe('DELEGATION_ENDED');
});
