import { expect, it } from 'vitest';
import { lan, office, person } from '../../tests/people.ts';
import { VIETNAM_CALENDAR as calendar } from '../calendar-vietnam.ts';
import { decideCampaign } from '../campaign/decide.ts';
import { evolveCampaign } from '../campaign/evolve.ts';
import { startCampaign } from '../campaign/start.ts';
import type { CampaignState } from '../campaign/state.ts';
import type { StampedCampaignCommand } from '../campaign/command.ts';
import { addDays, startOfDay } from '../day.ts';
import { campaignNotices, peopleAsked } from './campaign-notices.ts';

const commandId = '00000000-0000-4000-8000-000000000000';
const OPENED = '2026-05-04';
/** A Monday. */
const BY = '2026-05-18';

const opened = (): CampaignState =>
  evolveCampaign(
    null,
    startCampaign(
      {
        code: 'DRS-1',
        title: 'Rà soát',
        question: 'Còn vướng mắc gì?',
        asks: 'chosen',
        asked: ['BYT', 'BTP'],
        answerBy: BY,
        calendar,
        actor: office,
        commandId,
      },
      startOfDay(OPENED),
    ),
  );
type Words = Record<string, unknown> & { readonly type: string };
function after(state: CampaignState, day: string, words: Words, actor = office): CampaignState {
  const command = { commandId, expectedVersion: state.version, actor, ...words } as StampedCampaignCommand;
  const decision = decideCampaign(state, command, startOfDay(day));
  if (!decision.ok) throw new Error(decision.rejection.code);
  return decision.value.reduce(evolveCampaign, state);
}
const kinds = (state: CampaignState, day: string) =>
  campaignNotices(state, startOfDay(day), calendar).map(({ kind }) => kind);

it.each([
  [OPENED, ['campaign-opened']],
  ['2026-05-14', ['campaign-opened']],
  // The working day before a Monday is a Friday.
  ['2026-05-15', ['campaign-ending']],
  ['2026-05-16', ['campaign-ending']],
  [BY, ['campaign-ending']],
  ['2026-05-19', []],
])('says on %s: %j', (day, told) => {
  expect(kinds(opened(), day)).toEqual(told);
});

it('tells a reminder beside it, the last one alone, for two weeks', () => {
  const first = after(opened(), '2026-05-05', { type: 'remind', text: 'Một' });
  const second = after(first, '2026-05-06', { type: 'remind', text: 'Hai' });
  expect(kinds(second, '2026-05-07')).toEqual(['campaign-opened', 'campaign-reminded']);
  expect(campaignNotices(second, startOfDay('2026-05-07'), calendar)[1]).toMatchObject({ text: 'Hai' });
  const long = after(second, '2026-05-06', { type: 'moveDay', answerBy: '2026-08-03', reason: 'Lâu' });
  expect(kinds(long, '2026-05-20')).toEqual(['campaign-moved', 'campaign-reminded']);
  expect(kinds(long, '2026-05-21')).toEqual(['campaign-moved']);
});

it('tells that the day was moved and why, and the near end anew', () => {
  const to = addDays(BY, 14);
  const moved = after(opened(), '2026-05-15', { type: 'moveDay', answerBy: to, reason: 'Xin thêm' });
  expect(campaignNotices(moved, startOfDay('2026-05-15'), calendar)).toEqual([
    { kind: 'campaign-moved', at: startOfDay('2026-05-15'), on: to, text: 'Xin thêm' },
  ]);
  expect(campaignNotices(moved, startOfDay(to), calendar)[0]).toMatchObject({
    kind: 'campaign-ending',
    on: to,
  });
});

it('says nothing once it is closed, but for a reminder given after that', () => {
  const reminded = after(opened(), '2026-05-05', { type: 'remind', text: 'Trước' });
  const closed = after(reminded, '2026-05-06', { type: 'close', reason: 'Đủ' });
  expect(kinds(closed, '2026-05-06')).toEqual([]);
  expect(kinds(after(closed, '2026-05-07', { type: 'remind', text: 'Sau' }), '2026-05-07')).toEqual([
    'campaign-reminded',
  ]);
});

it('speaks to those who may answer for an agency that has not', () => {
  const held = { function: 'drafter', agency: 'BYT' } as const;
  const instead = {
    ...held,
    onBehalfOf: { id: 'x', name: 'x', form: 'KT', delegationId: 'x' } as const,
  };
  const people = [
    lan,
    person('oanh', [], { agency: 'BYT' }),
    person('kiem', [], { agency: 'BYT', roles: ['auditor'] }),
    person('tam', [], { agency: 'BCA' }),
    { ...person('vu', [], { agency: 'VPCP' }), assignments: [held] },
    { ...person('thay', [], { agency: 'VPCP' }), assignments: [instead] },
  ];
  const told = (state: CampaignState) => peopleAsked(state, people).map(({ id }) => id);
  expect(told(opened())).toEqual([lan.id, 'oanh', 'vu']);
  expect(told(after(opened(), OPENED, { type: 'declareNone' }, lan))).toEqual(['oanh', 'vu']);
});
