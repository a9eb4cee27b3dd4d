import { describe, expect, it } from 'vitest';
import { lan, minh, office } from '../../tests/people.ts';
import type { Delegation } from '../delegation.ts';
import type { Agency } from '../views/catalogue.ts';
import { objectionToAgencyChange, objectionToChangingAgencies } from './agency-change.ts';
import { agencyItems } from './agency-items.ts';
import { type AgencyWork, STAGE } from './agency-work.ts';
import { mirrorItem } from './mirror-item.ts';
import type { AgencyChange } from './parameters.ts';

const TODAY = '2026-11-25';
const agency = (code: string, change: Partial<Agency> = {}): Agency => ({
  code,
  nameVi: `Bộ ${code}`,
  nameEn: null,
  kind: 'ministry',
  parent: null,
  from: '2020-01-01',
  to: null,
  successor: null,
  ...change,
});
const agencies = new Map(
  [agency('A'), agency('B'), agency('C'), agency('OLD', { to: '2025-02-28' })].map((one) => [one.code, one]),
);
const merger: AgencyChange = { kind: 'merger', from: ['A'], to: ['B'], effectiveOn: TODAY, assigned: {} };
const renaming: AgencyChange = {
  ...merger,
  kind: 'renaming',
  to: ['N'],
  newAgency: agency('N', { from: TODAY }),
};
const rename: AgencyChange = {
  ...merger,
  kind: 'renaming',
  to: ['A'],
  newName: { nameVi: 'Bộ Mới', nameEn: 'New Ministry' },
};
const split: AgencyChange = {
  ...merger,
  kind: 'split',
  to: ['A', 'B'],
  assigned: { 'plan/2': 'B', 'person/p2': 'B' },
};

describe('a change of agencies', () => {
  it.each([
    ['merger', merger, null],
    ['split that goes on under its own name', split, null],
    ['renaming', renaming, null],
    ['renaming that keeps the code', rename, null],
    [
      'renaming to the same name',
      { ...rename, newName: { nameVi: 'Bộ A', nameEn: null } },
      'NOTHING_TO_MOVE',
    ],
    ['renaming to a name and a code', { ...renaming, newName: rename.newName }, 'INVALID_INPUT'],
    ['renaming under the code of another', { ...rename, to: ['B'] }, 'INVALID_INPUT'],
    ['merger with a name', { ...merger, newName: rename.newName }, 'INVALID_INPUT'],
    ['into itself', { ...merger, to: ['A'] }, 'INVALID_INPUT'],
    ['into two', { ...merger, to: ['B', 'C'] }, 'INVALID_INPUT'],
    ['of an agency that has ended', { ...merger, from: ['OLD'] }, 'UNKNOWN_AGENCY'],
    ['into one that has ended', { ...merger, to: ['OLD'] }, 'UNKNOWN_AGENCY'],
    ['before there was one', { ...merger, effectiveOn: '2020-01-01' }, 'DATE_ORDER'],
    ['in two years', { ...merger, effectiveOn: '2028-11-25' }, 'DATE_OUT_OF_RANGE'],
    ['renaming without a name', { ...renaming, newAgency: undefined }, 'INVALID_INPUT'],
    ['renaming to a code in use', { ...renaming, to: ['B'], newAgency: agency('B') }, 'CODE_TAKEN'],
    ['split to a stranger', { ...split, assigned: { 'plan/2': 'C' } }, 'UNKNOWN_AGENCY'],
    ['named twice', { ...merger, from: ['A', 'A'] }, 'INVALID_INPUT'],
  ] as const)('%s', (_name, change, code) => {
    expect(objectionToAgencyChange(change as AgencyChange, agencies, TODAY)?.code ?? null).toBe(code);
  });

  it('is the programme office’s, for agencies in which it holds nothing itself', () => {
    expect(objectionToChangingAgencies(office, ['BTP'])).toBeNull();
    expect(objectionToChangingAgencies(lan, ['BTP'])?.code).toBe('FORBIDDEN');
    const own = { ...office, assignments: minh.assignments };
    expect(objectionToChangingAgencies(own, ['BTP'])?.code).toBe('FOUR_EYES');
    expect(objectionToChangingAgencies(own, ['BYT'])).toBeNull();
  });
});

const held = (id: string, personId: string, code = 'A', to: string | null = null) =>
  ({ id, personId, function: 'drafter', agency: code, from: '2021-01-01', to }) as const;
const work: AgencyWork = {
  agencies: [agency('A')],
  children: [agency('U', { parent: 'A', kind: 'unit' })],
  assignments: [held('a1', 'p1'), held('a2', 'p2')],
  receiving: [held('b1', 'p1', 'B')],
  people: [
    { id: 'p1', agency: 'A' },
    { id: 'p2', agency: 'A' },
  ],
  delegations: [],
  subjects: [
    { subject: 'document/1', agencies: ['A'], holders: [] },
    { subject: 'plan/1', agencies: ['C', 'A'], holders: [] },
    { subject: 'plan/2', agencies: ['A'], holders: ['p1'] },
  ],
  procedures: [{ code: '1.001', ministry: 'A' }],
};
const idOf = (id: string): string => `${id}'`;
const told = (change: AgencyChange): string[] =>
  agencyItems(change, work, idOf).map(({ stage, subject, task }) => `${stage} ${subject} ${task.type}`);

describe('what a change does', () => {
  it('opens functions before anything arrives and closes the old ones after all has left', () => {
    expect(told(merger)).toEqual([
      // p1 holds the same at B already.
      `${STAGE.open} assignment/a2' saveAssignment`,
      `${STAGE.end} agency/A saveAgency`,
      `${STAGE.end} agency/U saveAgency`,
      `${STAGE.move} document/1 moveAgency`,
      `${STAGE.move} plan/1 moveAgency`,
      `${STAGE.move} plan/2 moveAgency`,
      `${STAGE.close} assignment/a1 saveAssignment`,
      `${STAGE.close} assignment/a2 saveAssignment`,
      `${STAGE.close} person/p1 movePerson`,
      `${STAGE.close} person/p2 movePerson`,
      `${STAGE.close} procedure/1.001 moveProcedure`,
    ]);
  });

  it('moves in a split only what is assigned elsewhere, and frees what is held by those who stay', () => {
    expect(told(split)).toEqual([
      `${STAGE.open} assignment/a2' saveAssignment`,
      `${STAGE.move} plan/2 moveAgency`,
      `${STAGE.close} assignment/a2 saveAssignment`,
      `${STAGE.close} person/p2 movePerson`,
    ]);
    const moved = agencyItems(split, work, idOf).find(({ subject }) => subject === 'plan/2');
    expect(moved?.task).toMatchObject({ releaseHolder: true, move: { from: 'A', to: 'B' } });
  });

  it('enters the new name first when an agency is renamed', () => {
    expect(told(renaming)[0]).toBe(`${STAGE.open} agency/N saveAgency`);
  });

  it('changes nothing but the name when the code is kept, and keeps the old one with its last day', () => {
    const [item, ...rest] = agencyItems(rename, work, idOf);
    expect(rest).toEqual([]);
    const formerNames = [{ nameVi: 'Bộ A', nameEn: null, until: '2026-11-24' }];
    const after = agency('A', { nameVi: 'Bộ Mới', nameEn: 'New Ministry', formerNames });
    expect(item?.task).toEqual({ type: 'saveAgency', agency: after, was: agency('A') });
    expect(item && mirrorItem(item, TODAY, null)?.task).toMatchObject({ agency: agency('A'), was: after });
  });

  const given = (more: Partial<Delegation>): Delegation => ({
    id: 'd1',
    personId: 'p1',
    substituteId: 'p2',
    form: 'KT',
    from: '2026-11-01',
    to: '2026-12-31',
    only: null,
    assignments: null,
    reason: 'Nghỉ phép',
    givenAt: '2026-11-01T00:00:00.000Z',
    givenBy: { id: 'p1', name: 'p1' },
    revokedAt: null,
    revokedBy: null,
    ...more,
  });
  const delegated = (change: AgencyChange, delegation: Delegation) =>
    agencyItems(change, { ...work, delegations: [delegation] }, idOf).filter(
      ({ task }) => task.type === 'saveDelegation',
    );

  it('continues a delegation of single functions with what continues them, for the same time', () => {
    // p1 holds the same at B already, p2 gets it there.
    for (const [personId, old, next] of [
      ['p1', 'a1', 'b1'],
      ['p2', 'a2', "a2'"],
    ] as const) {
      const was = given({ personId, substituteId: 'p3', assignments: [old] });
      const [item] = delegated(merger, was);
      const delegation = { ...was, assignments: [old, next] };
      expect(item).toEqual({
        stage: STAGE.open,
        subject: 'delegation/d1',
        task: { type: 'saveDelegation', delegation, was },
      });
      expect(item && mirrorItem(item, TODAY, null)?.task).toMatchObject({ delegation: was, was: delegation });
    }
    expect(delegated(merger, given({}))).toEqual([]);
  });

  it('ends a delegation of people who go to different agencies', () => {
    const [item] = delegated(split, given({ personId: 'p2', substituteId: 'p1' }));
    expect(item).toMatchObject({ stage: STAGE.close, task: { delegation: { to: '2026-11-24' } } });
  });

  it('has a mirror for everything, which restores what was', () => {
    const before = { leadAgency: 'A', coAgencies: [] };
    const items = agencyItems(renaming, work, idOf);
    const back = items.map((item) => mirrorItem(item, TODAY, before));
    expect(back).not.toContain(null);
    const agencyBack = back.find((item) => item?.subject === 'agency/A');
    expect(agencyBack).toMatchObject({ stage: STAGE.open, task: { agency: agency('A') } });
    const closed = back.find((item) => item?.subject === "assignment/a2'");
    expect(closed).toMatchObject({ stage: STAGE.close, task: { assignment: { to: '2026-11-24' } } });
    const plan = back.find((item) => item?.subject === 'plan/2');
    expect(plan?.task).toMatchObject({ type: 'moveAgency', move: { from: 'N', to: 'A', lead: true } });
  });
});
