import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lan, office, person } from '../../tests/people.ts';
import type { Actor } from '../actor.ts';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { addDays, startOfDay } from '../day.ts';
import { SYSTEM } from '../person.ts';
import type { CampaignCommand } from './command.ts';
import { campaignAfterNews, campaignTick, decideCampaign } from './decide.ts';
import { evolveCampaign } from './evolve.ts';
import { objectionToCampaignAction, objectionToOpening } from './objections.ts';
import { startCampaign } from './start.ts';
import { standingIn, unanswered } from './standing.ts';
import type { CampaignState } from './state.ts';

const T0 = startOfDay('2026-05-04');
const BY = '2026-05-15';
const commandId = '00000000-0000-4000-8000-000000000000';
const oanh = person('oanh', [], { agency: 'BYT' });
const auditor = person('kiem', [], { agency: 'BYT', roles: ['auditor'] });

const opened = (): CampaignState =>
  evolveCampaign(
    null,
    startCampaign(
      {
        code: 'DRS-2026-001',
        title: 'Rà soát điểm nghẽn',
        question: 'Còn vướng mắc gì?',
        asks: 'ministries',
        asked: ['BYT', 'BTP', 'BCA', 'BTP'],
        answerBy: BY,
        calendar: VIETNAM_CALENDAR,
        actor: office,
        commandId,
      },
      T0,
    ),
  );

type Words = CampaignCommand extends infer C
  ? C extends CampaignCommand
    ? Omit<C, 'commandId' | 'expectedVersion'>
    : never
  : never;

function decide(state: CampaignState, actor: Actor, words: Words, now = T0) {
  return decideCampaign(state, { commandId, expectedVersion: state.version, ...words, actor }, now);
}
function after(state: CampaignState, actor: Actor, words: Words, now = T0): CampaignState {
  const decision = decide(state, actor, words, now);
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  return decision.value.reduce(evolveCampaign, state);
}
const refusal = (state: CampaignState, actor: Actor, words: Words, now = T0) => {
  const decision = decide(state, actor, words, now);
  return decision.ok ? null : decision.rejection.code;
};
const stamp = (day: string) => ({ at: startOfDay(day), actor: SYSTEM });
const heard = (
  state: CampaignState,
  agency: string,
  { code = 'VM-1', seq = 1, day = '2026-05-05', withdrawn = false } = {},
): CampaignState =>
  campaignAfterNews(
    state,
    { bottleneckCode: code, seq, agency, raisedAt: startOfDay(day), withdrawn },
    stamp(day),
  ).reduce(evolveCampaign, state);
const tick = (state: CampaignState, day: string): CampaignState =>
  campaignTick(state, stamp(day)).reduce(evolveCampaign, state);

describe('opening', () => {
  const input = { asks: 'ministries', agencies: [], answerBy: BY } as const;
  it('is the programme office’s', () => {
    expect(objectionToOpening(office, { ...input, agencies: [] }, T0)).toBeNull();
    expect(objectionToOpening(lan, { ...input, agencies: [] }, T0)?.code).toBe('FORBIDDEN');
  });
  it('names agencies when it chooses them, and only then', () => {
    expect(objectionToOpening(office, { ...input, asks: 'chosen', agencies: [] }, T0)?.field).toBe(
      'agencies',
    );
    expect(objectionToOpening(office, { ...input, agencies: ['BTP'] }, T0)?.field).toBe('agencies');
  });
  it('asks each agency once', () => expect(opened().asked).toEqual(['BCA', 'BTP', 'BYT']));
});

describe('answers', () => {
  it('are a bottleneck or the word that there is none', () => {
    const state = after(heard(opened(), 'BTP'), oanh, { type: 'declareNone', note: 'đã rà soát' });
    expect(unanswered(state)).toEqual(['BCA']);
    expect(standingIn(state, 'BTP')).toMatchObject({ answered: true, none: false, bottlenecks: ['VM-1'] });
    expect(standingIn(state, 'BYT')).toMatchObject({ answered: true, none: true, late: false });
  });
  it('are given by the people of an agency that was asked, once', () => {
    expect(refusal(opened(), person('x', [], { agency: 'BXD' }), { type: 'declareNone' })).toBe('NOT_ASKED');
    expect(refusal(opened(), auditor, { type: 'declareNone' })).toBe('NOT_ASKED');
    expect(refusal(opened(), oanh, { type: 'declareNone', agency: 'BTP' })).toBe('NOT_ASKED');
    const said = after(opened(), oanh, { type: 'declareNone' });
    expect(refusal(said, oanh, { type: 'declareNone' })).toBe('ALREADY_RECORDED');
    expect(objectionToCampaignAction(said, 'declareNone', oanh)?.code).toBe('ALREADY_RECORDED');
  });
  it('are given side by side: nobody’s page goes stale by another agency', () => {
    const said = after(opened(), oanh, { type: 'declareNone' });
    const old = { commandId, expectedVersion: 1, type: 'declareNone', actor: lan } as const;
    expect(decideCampaign(said, old, T0).ok).toBe(true);
  });
  it('are no answers any more when all is withdrawn', () => {
    const state = heard(heard(opened(), 'BTP'), 'BTP', { seq: 4, withdrawn: true });
    expect(standingIn(state, 'BTP').answered).toBe(false);
    expect(after(state, lan, { type: 'declareNone' }).answers['BTP']?.none).not.toBeNull();
  });
  it('go by the newest news of each bottleneck', () => {
    const gone = heard(heard(opened(), 'BTP'), 'BTP', { seq: 4, withdrawn: true });
    expect(heard(gone, 'BTP', { seq: 1 })).toBe(gone);
  });
});

describe('the day', () => {
  it('closes it when it has passed; what comes after is late and counts', () => {
    expect(tick(opened(), BY).phase).toBe('open');
    const closed = tick(opened(), addDays(BY, 1));
    expect(closed).toMatchObject({ phase: 'closed', timing: 'overdue', version: 1 });
    expect(campaignTick(closed, stamp(addDays(BY, 5)))).toEqual([]);
    const late = heard(closed, 'BTP', { day: addDays(BY, 3) });
    expect(standingIn(late, 'BTP')).toMatchObject({ answered: true, late: true });
    const said = after(late, oanh, { type: 'declareNone' }, startOfDay(addDays(BY, 4)));
    expect(standingIn(said, 'BYT').late).toBe(true);
  });
  it('judges a bottleneck by when it was raised, however late it is heard of', () => {
    const closed = tick(opened(), addDays(BY, 1));
    expect(standingIn(heard(closed, 'BTP', { day: '2026-05-05' }), 'BTP').late).toBe(false);
  });
  it('may be closed before by hand, and then the rest is late', () => {
    const close = { type: 'close', reason: 'đủ' } as const;
    expect(refusal(opened(), lan, close)).toBe('FORBIDDEN');
    const closed = after(opened(), office, close, startOfDay('2026-05-06'));
    expect(refusal(closed, office, close)).toBe('SUBJECT_CLOSED');
    expect(standingIn(heard(closed, 'BTP', { day: '2026-05-07' }), 'BTP').late).toBe(true);
  });
});

it('reminds those who have not answered, as long as there are any', () => {
  const remind = { type: 'remind', text: 'Đề nghị trả lời trước ngày 15' } as const;
  expect(refusal(opened(), lan, remind)).toBe('FORBIDDEN');
  expect(after(opened(), office, remind).reminder?.text).toBe(remind.text);
  const all = ['BCA', 'BTP', 'BYT'].reduce((state, agency) => heard(state, agency), opened());
  expect(refusal(all, office, remind)).toBe('NOBODY_TO_REMIND');
});

describe('its day', () => {
  const move = (answerBy: string) => ({ type: 'moveDay', answerBy, reason: 'Các bộ xin thêm' }) as const;
  const later = addDays(BY, 14);
  it('is moved by the programme office, and the first one is kept', () => {
    expect(refusal(opened(), lan, move(later))).toBe('FORBIDDEN');
    const once = after(opened(), office, move(later));
    expect(once).toMatchObject({ answerBy: later, firstAnswerBy: BY, moved: { reason: 'Các bộ xin thêm' } });
    const twice = after(once, office, move(addDays(BY, 7)));
    expect(twice).toMatchObject({ answerBy: addDays(BY, 7), firstAnswerBy: BY });
  });
  it('is another one, not in the past, and moves only while it has not come', () => {
    expect(refusal(opened(), office, move(BY))).toBe('DATE_UNCHANGED');
    expect(refusal(opened(), office, move('2026-05-03'))).toBe('DATE_ORDER');
    expect(refusal(opened(), office, move(later), startOfDay(addDays(BY, 1)))).toBe('SUBJECT_CLOSED');
    expect(refusal(tick(opened(), addDays(BY, 1)), office, move(later))).toBe('SUBJECT_CLOSED');
  });
  it('says when it is due soon, late and over, whichever it is now', () => {
    const moved = after(tick(opened(), BY), office, move(later), startOfDay(BY));
    expect(moved.timing).toBe('in-time');
    expect(tick(moved, addDays(BY, 1)).phase).toBe('open');
    const end = tick(moved, addDays(later, 1));
    expect(end.phase).toBe('closed');
    expect(standingIn(heard(end, 'BTP', { day: later }), 'BTP').late).toBe(false);
    expect(standingIn(heard(end, 'BYT', { day: addDays(later, 1) }), 'BYT').late).toBe(true);
  });
});

it('every agency asked stands answered or unanswered, in whatever order and however often news come', () => {
  const news = fc.record({
    agency: fc.constantFrom('BCA', 'BTP', 'BYT'),
    code: fc.constantFrom('VM-1', 'VM-2'),
    seq: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(news, { maxLength: 20 }), (all) => {
      // A bottleneck says one thing under one number.
      const state = all.reduce(
        (before, { agency, code, seq }) =>
          heard(before, agency, { code: `${agency}-${code}`, seq, withdrawn: seq % 2 === 0 }),
        opened(),
      );
      const newest = new Map<string, number>();
      for (const { agency, code, seq } of all) {
        const key = `${agency}/${code}`;
        newest.set(key, Math.max(seq, newest.get(key) ?? 0));
      }
      const answered = (agency: string) =>
        [...newest].some(([key, seq]) => key.startsWith(agency) && seq % 2 === 1);
      expect(unanswered(state)).toEqual(['BCA', 'BTP', 'BYT'].filter((agency) => !answered(agency)));
      const again = all.reduce(
        (before, { agency, code, seq }) =>
          heard(before, agency, { code: `${agency}-${code}`, seq, withdrawn: seq % 2 === 0 }),
        state,
      );
      expect(again).toBe(state);
    }),
  );
});
