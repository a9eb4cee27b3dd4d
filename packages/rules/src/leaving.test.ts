import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admin, lan, office } from '../tests/people.ts';
import { destinationOf, type LeavingItem, objectionToLeaving } from './leaving.ts';
import type { Person } from './views/catalogue.ts';

const HELD = '00000000-0000-4000-8000-000000000001';
const assignment = { id: HELD, function: 'minister' as const, agency: 'BTP' };
const item = (more: Partial<LeavingItem> = {}): LeavingItem => ({
  id: 'plan/P/plan-approval',
  function: 'minister',
  agency: 'BTP',
  held: true,
  candidates: [],
  barred: [],
  ...more,
});
const people = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const none = { successors: {}, items: {} };
const to = (personId: string) => ({ kind: 'person', personId });

describe('where a step goes when its holder leaves', () => {
  it.each([
    ['to nobody while nobody is left', item(), none, null],
    ['to the only other', item({ candidates: people('a') }), none, to('a')],
    ['to the unit where several could', item({ candidates: people('a', 'b') }), none, { kind: 'unit' }],
    [
      'to whom it is given',
      item({ candidates: people('a', 'b') }),
      { ...none, items: { 'plan/P/plan-approval': 'b' } },
      to('b'),
    ],
    [
      'to the unit when that is chosen',
      item({ candidates: people('a') }),
      { ...none, items: { 'plan/P/plan-approval': 'unit' } },
      { kind: 'unit' },
    ],
    ['to a successor', item(), { ...none, successors: { [HELD]: 's' } }, to('s')],
    ['not to one who drafted it', item({ barred: ['s'] }), { ...none, successors: { [HELD]: 's' } }, null],
    [
      'not to one of another function',
      item({ function: 'drafter' }),
      { ...none, successors: { [HELD]: 's' } },
      null,
    ],
    [
      'an unclaimed one stays with the unit',
      item({ held: false }),
      { ...none, successors: { [HELD]: 's' } },
      { kind: 'unit' },
    ],
  ])('%s', (_name, one, choices, expected) => {
    expect(destinationOf(one, [assignment], choices)).toEqual(expected);
  });

  it('never goes to who may not act on it', () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.constantFrom('a', 'b', 'c', 'unit'),
        fc.constantFrom('a', 'd'),
        (able, barred, chosen, successor) => {
          const one = item({ candidates: people(...able.filter((id) => !barred.includes(id))), barred });
          const goes = destinationOf(one, [assignment], {
            successors: { [HELD]: successor },
            items: { [one.id]: chosen },
          });
          if (goes?.kind === 'person') expect(barred).not.toContain(goes.personId);
          const somebody = one.candidates.length > 0 || !barred.includes(successor);
          expect(goes !== null).toBe(somebody);
        },
      ),
    );
  });
});

it('is for those who keep the catalogue, never for oneself, and gives it nothing', () => {
  const person = {
    id: 'minh',
    subject: 'minh',
    name: 'M',
    email: null,
    agency: 'BTP',
    roles: [],
    active: true,
  } satisfies Person;
  expect(objectionToLeaving(office, person, none)).toBeNull();
  expect(objectionToLeaving(admin, person, none)).toBeNull();
  expect(objectionToLeaving(lan, person, none)?.code).toBe('FORBIDDEN');
  expect(objectionToLeaving(office, { ...person, id: 'office' }, none)?.code).toBe('FOUR_EYES');
  expect(objectionToLeaving(office, person, { ...none, successors: { [HELD]: 'office' } })?.code).toBe(
    'FOUR_EYES',
  );
  expect(objectionToLeaving(office, person, { ...none, successors: { [HELD]: 'minh' } })?.code).toBe(
    'INVALID_INPUT',
  );
  expect(objectionToLeaving(office, { ...person, roles: ['administrator'] }, none)?.code).toBe('FORBIDDEN');
});
