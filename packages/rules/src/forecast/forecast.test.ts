import { describe, expect, it } from 'vitest';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import type { StepKey } from '../vocabulary.ts';
import { forecast, type Known, RUNS } from './forecast.ts';
import type { WhatIf } from './what-if.ts';
import type { OpenWork, StepAhead, Visit } from './work.ts';

const CHAIN = 'document-decree-ordinary';
/** A Monday; the Friday after it is four working days on. */
const TODAY = '2026-03-02';

const step = (key: StepKey, clockDays = 5): StepAhead => ({ key, chain: CHAIN, clockDays });
const STEPS = [step('draft', 40), step('appraisal', 10), step('promulgate'), step('national-database')];
const visits = (key: StepKey, days: readonly number[], agency = 'BTP'): Visit[] =>
  days.map((n) => ({ step: key, chain: CHAIN, agency, days: n, ended: 'on' }));
const times = (count: number, days: number) => Array.from({ length: count }, () => days);

const work = (of: Partial<OpenWork> = {}): OpenWork => ({
  code: 'ND-1',
  agency: 'BTP',
  steps: STEPS,
  at: 'national-database',
  daysSoFar: 0,
  inForceOn: '2026-01-01',
  ...of,
});
const known = (of: Partial<Known> = {}): Known => ({
  today: TODAY,
  calendar: VIETNAM_CALENDAR,
  visits: [],
  lags: [],
  work: [work()],
  waiting: [{ procedures: 4, on: ['ND-1'] }],
  settled: [],
  counted: 6,
  baseline: 10,
  ...of,
});
const ask = (of: Partial<Known>, whatIfs: readonly WhatIf[] = []) =>
  forecast(known(of), { seed: 1, targets: [100], whatIfs });
const one = (of: Partial<Known>, whatIfs: readonly WhatIf[] = []) => ask(of, whatIfs).documents[0];

describe('what a step’s days rest on', () => {
  const mine = visits('national-database', times(10, 4));
  const others = visits('national-database', times(10, 9), 'BCA');
  it('is its own agency where ten have finished there', () => {
    expect(one({ visits: [...mine, ...others] })).toMatchObject({
      basis: 'agency',
      dates: { 50: '2026-03-06', 95: '2026-03-06' },
    });
  });
  it('is all agencies where they are fewer', () => {
    expect(one({ visits: [...mine.slice(1), ...others] })).toMatchObject({ basis: 'chain' });
  });
  it('is all kinds of document where these are few', () => {
    const circulars = mine.map((visit) => ({ ...visit, chain: 'document-circular-ordinary' }));
    expect(one({ visits: circulars })).toMatchObject({ basis: 'step', dates: { 50: '2026-03-06' } });
  });
  it('is the clock where nothing was seen', () => {
    expect(one({})).toMatchObject({ basis: 'clock', dates: { from: '2026-03-09', 95: '2026-03-09' } });
  });
});

describe('a running step', () => {
  const seen = visits('national-database', [...times(10, 2), ...times(10, 7)]);
  it('is drawn from those that took at least as long', () => {
    expect(one({ visits: seen, work: [work({ daysSoFar: 3 })] })).toMatchObject({
      beyond: false,
      dates: { from: '2026-03-06', 95: '2026-03-06' },
    });
  });
  it('that has taken longer than any is reckoned as one that begins today, and said to be so', () => {
    expect(one({ visits: seen, work: [work({ daysSoFar: 30 })] })).toMatchObject({
      beyond: true,
      dates: { from: '2026-03-04', 95: '2026-03-11' },
    });
  });
});

it('returns come as often as they did: of twenty appraisals ten came back, so one document in two waits longer', () => {
  const appraisals = visits('appraisal', times(10, 0)).concat(
    visits('appraisal', times(10, 0)).map((visit) => ({ ...visit, ended: { backTo: 'draft' } as const })),
  );
  const quick = ['promulgate', 'national-database'].flatMap((key) => visits(key as StepKey, times(10, 0)));
  const lags = times(10, 0).map((days) => ({ chain: CHAIN, days }));
  const at = work({ at: 'appraisal', inForceOn: null });
  const seen = [...appraisals, ...quick, ...visits('draft', times(10, 100))];
  const { programme } = ask({ visits: seen, lags, work: [at] });
  expect(programme.fan[0]).toMatchObject({ month: '2026-03', 85: 6, 95: 6 });
  const inTime = ask({ visits: [...seen, ...visits('appraisal', times(200, 0))], lags, work: [at] });
  expect(inTime.programme.fan[0]).toMatchObject({ 50: 10, 85: 10, 95: 10 });
});

it('what always comes back goes through in the end', () => {
  const back = visits('appraisal', times(10, 1)).map((visit) => ({
    ...visit,
    ended: { backTo: 'appraisal' } as const,
  }));
  expect(one({ visits: back, work: [work({ at: 'appraisal', inForceOn: null })] })).toBeTruthy();
});

it('counts when it is in force, even where everything else is done before', () => {
  expect(one({ work: [work({ inForceOn: '2026-07-01' })] })).toMatchObject({ dates: { 50: '2026-07-01' } });
  // Not signed: five working days until it is, and 45 days more where no document was seen to come into force.
  expect(one({ work: [work({ at: 'promulgate', inForceOn: null })] })).toMatchObject({
    dates: { 50: '2026-04-23' },
  });
});

describe('the programme', () => {
  it('is as late as the last of what its procedures wait for', () => {
    const answer = ask({
      work: [work(), work({ code: 'ND-2', inForceOn: '2026-07-01' })],
      waiting: [
        { procedures: 1, on: ['ND-1'] },
        { procedures: 3, on: ['ND-1', 'ND-2'] },
      ],
    });
    expect(answer.programme).toMatchObject({
      inWork: 4,
      withoutWork: 0,
      targets: [{ percent: 100, needed: 10, reached: 'ahead', dates: { 85: '2026-07-01' } }],
    });
    expect(answer.programme.fan.map((month) => month[95])).toEqual([7, 7, 7, 7, 10]);
    expect(answer.critical).toEqual([{ code: 'ND-2', lastOf10000: 10_000, daysGained: 114 }]);
  });
  it('rests on documents that go their own ways: each is likely quick, all four of them are not', () => {
    const seen = visits('national-database', [...times(7, 2), ...times(3, 12)]);
    const codes = ['ND-1', 'ND-2', 'ND-3', 'ND-4'];
    const answer = ask({
      visits: seen,
      work: codes.map((code) => work({ code })),
      waiting: [{ procedures: 4, on: codes }],
    });
    expect(answer.documents.map(({ dates }) => dates[50])).toEqual(codes.map(() => '2026-03-04'));
    expect(answer.programme.allWork).toMatchObject({ 50: '2026-03-18' });
  });
  it('never reaches 100 % while nothing is under way for some of its procedures', () => {
    const { programme } = ask({ baseline: 12 });
    expect(programme).toMatchObject({
      withoutWork: 2,
      targets: [{ reached: 'not-by-this-work', dates: null }],
    });
    expect(programme.allWork).toMatchObject({ 50: '2026-03-09' });
  });
  it('with nothing in work has no day', () => {
    expect(ask({ work: [], waiting: [], baseline: 6 })).toMatchObject({
      documents: [],
      critical: [],
      programme: { allWork: null, targets: [{ reached: 'today', dates: null }] },
    });
  });
});

describe('what if', () => {
  const seen = visits('national-database', [...times(5, 2), ...times(5, 12)]);
  it('more people halve the waiting, not the work: what is above the shortest seen', () => {
    const people = { kind: 'people', step: 'national-database', people: 2, more: 2 } as const;
    expect(one({ visits: seen })).toMatchObject({ dates: { from: '2026-03-04', 95: '2026-03-18' } });
    expect(one({ visits: seen }, [people])).toMatchObject({
      dates: { from: '2026-03-04', 95: '2026-03-11' },
    });
    expect(one({ visits: seen }, [{ ...people, agency: 'BCA' }])).toEqual(one({ visits: seen }));
  });
  it('the shortened procedure takes as much less as its clocks are shorter', () => {
    const drafts = visits('draft', times(10, 60));
    const shortened = STEPS.filter(({ key }) => key !== 'appraisal').map((ahead) =>
      ahead.key === 'draft' ? { ...ahead, clockDays: 20 } : ahead,
    );
    const at = work({ at: 'draft', inForceOn: null, shortened });
    const before = one({ visits: drafts, work: [at] })?.dates[50] ?? '';
    // 60, 10 and 5 working days with three holidays between: signed on 18 June; in force 45 days later.
    expect(before).toBe('2026-08-02');
    // Half the draft and the appraisal fall away: signed on 20 April.
    expect(one({ visits: drafts, work: [at] }, [{ kind: 'shortened', code: 'ND-1' }])?.dates[50]).toBe(
      '2026-06-04',
    );
  });
  it('a document so many days earlier is so, but not before today', () => {
    const earlier = (days: number) => one({}, [{ kind: 'earlier', code: 'ND-1', days }])?.dates[50];
    expect(earlier(2)).toBe('2026-03-07');
    expect(earlier(60)).toBe(TODAY);
  });
});

it('says by which seed and how many runs it was reckoned', () => {
  expect(ask({})).toMatchObject({ seed: 1, runs: RUNS });
});
