import { expect, it } from 'vitest';
import { VIETNAM_CALENDAR } from '../calendar-vietnam.ts';
import { backTest } from './back-test.ts';
import { knownOn, type Past } from './history.ts';

const CHAIN = 'document-circular-ordinary';
const past = (of: Partial<Past> = {}): Past => ({
  code: 'TT-1',
  agency: 'BTP',
  steps: ['draft', 'promulgate', 'national-database'].map((key) => ({
    key: key as 'draft',
    chain: CHAIN,
    clockDays: 5,
  })),
  visits: [
    { step: 'draft', chain: CHAIN, openedOn: '2026-03-02', finishedOn: '2026-03-06', ended: 'on' },
    { step: 'promulgate', chain: CHAIN, openedOn: '2026-03-06', finishedOn: '2026-03-13', ended: 'on' },
    {
      step: 'national-database',
      chain: CHAIN,
      openedOn: '2026-03-13',
      finishedOn: '2026-03-20',
      ended: 'on',
    },
    { step: 'public-display', chain: CHAIN, openedOn: '2026-03-20', finishedOn: null, ended: 'on' },
  ],
  signedOn: '2026-03-12',
  inForceOn: '2026-04-26',
  countedOn: '2026-04-26',
  ...of,
});
const on = (day: string, of: Partial<Past> = {}) => knownOn([past(of)], day, VIETNAM_CALENDAR);

it('on a past day nothing is known of what came after', () => {
  expect(on('2026-03-01')).toEqual({ visits: [], lags: [], work: [] });
  expect(on('2026-03-10')).toMatchObject({
    visits: [
      { step: 'draft', days: 4, ended: 'on' },
      { step: 'promulgate', days: 2, ended: 'running' },
    ],
    lags: [],
    work: [{ code: 'TT-1', at: 'promulgate', daysSoFar: 2, inForceOn: null }],
  });
  expect(on('2026-03-13')).toMatchObject({
    lags: [{ chain: CHAIN, days: 45 }],
    work: [{ at: 'national-database', daysSoFar: 0, inForceOn: '2026-04-26' }],
  });
});

it('what stands only at a step after the one that makes it count is not open here', () => {
  expect(on('2026-03-25').work).toEqual([]);
});

it('what was withdrawn is known to have lasted so long, not how long it would have', () => {
  const [draft] = past().visits;
  if (!draft) throw new RangeError('no draft');
  expect(on('2026-05-04', { visits: [{ ...draft, ended: 'given-up' }] })).toMatchObject({
    visits: [{ days: 4, ended: 'running' }],
    work: [],
  });
});

it('a forecast is judged by the day that came; one that may still come true is left out and counted', () => {
  const asked = { days: ['2026-03-10'], calendar: VIETNAM_CALENDAR, seed: 1, runs: 50 };
  // By the clocks: signed after five working days from the 2nd day of it, and 45 days more.
  expect(backTest({ ...asked, past: [past()], until: '2026-12-31' })).toEqual({
    judged: 1,
    undecided: 0,
    by50: 1,
    by85: 1,
    by95: 1,
    inRange: 0,
    beforeRange: 1,
    afterRange: 0,
  });
  const open = past({ countedOn: null });
  expect(backTest({ ...asked, past: [open], until: '2026-03-31' })).toMatchObject({
    judged: 0,
    undecided: 1,
  });
  expect(backTest({ ...asked, past: [open], until: '2026-12-31' })).toMatchObject({
    judged: 1,
    afterRange: 1,
    by95: 0,
  });
});
