import { describe, expect, it } from 'vitest';
import { lan, minh, office } from '../../tests/people.ts';
import type { Agency } from '../views/catalogue.ts';
import { objectionToAgencyChange, objectionToChangingAgencies } from './agency-change.ts';
import { agencyItems, type AgencyWork, mirrorItem, STAGE } from './agency-items.ts';
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
