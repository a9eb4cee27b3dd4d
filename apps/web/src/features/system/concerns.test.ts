import type { ScheduledView, SystemView, WorkersView } from '@tinhgon/rules/views/system';
import { expect, test } from 'vitest';
import { concernsOf } from './concerns.ts';

const at = '2026-11-28T08:00:00.000Z';
const poller = { identity: '1@host', buildId: null, lastSeenAt: at, state: 'working' as const };
const role: WorkersView = {
  role: 'decisions',
  queue: 'tinhgon',
  pollers: [poller],
  served: true,
  waiting: 0,
  waitingSeconds: 0,
  current: null,
  ramping: null,
};
const schedule: ScheduledView = {
  name: 'reconcile-nightly',
  lastAt: at,
  outcome: 'done',
  nextAt: at,
  paused: false,
  late: false,
  differences: [],
  moreDifferences: 0,
};
const record = { newest: null, slowestSeconds: 0.02, toStart: { count: 0, oldestAt: null } };
const mails = { sends: true, waiting: 3, troubled: 0, failed: 0, reasons: [] };
const known = <T>(facts: T) => ({ known: true as const, at, facts });
const silent = { known: false as const, at, why: 'silent' as const };

const WELL: SystemView = {
  ready: { at, database: 'ready', temporal: 'ready' },
  workers: known([role]),
  record: known(record),
  mails: known(mails),
  told: known({ waiting: 1, troubled: 0, failed: 0, stopped: 0 }),
  scheduled: known([schedule]),
  stuck: known({ open: 12, looked: 12, items: [], more: 0 }),
};

test('a system that is well gives no concern', () => {
  expect(concernsOf(WELL)).toEqual([]);
});

test.each<[string, Partial<SystemView>, object[]]>([
  [
    'the database is silent, and with it what is asked of it',
    {
      ready: { at, database: 'silent', temporal: 'ready' },
      record: silent,
      mails: silent,
      told: silent,
      stuck: silent,
    },
    [{ is: 'databaseSilent' }],
  ],
  ['one part alone is silent', { mails: silent }, [{ is: 'partSilent', part: 'mails' }]],
  ['something is still being looked at', { stuck: { known: false, at, why: 'looking' } }, []],
  [
    'nobody asks for work',
    { workers: known([{ ...role, served: false, pollers: [] }]) },
    [{ is: 'notServed', role: 'decisions', otherVersion: null }],
  ],
  [
    'only workers of another version ask for work',
    {
      workers: known([
        {
          ...role,
          served: false,
          current: 'b',
          pollers: [{ ...poller, buildId: 'a', state: 'other-version' }],
        },
      ]),
    },
    [{ is: 'notServed', role: 'decisions', otherVersion: 'b' }],
  ],
  [
    'work waits though it is asked for',
    { workers: known([{ ...role, waiting: 40, waitingSeconds: 30 }]) },
    [{ is: 'workWaits', role: 'decisions', count: 40, seconds: 30 }],
  ],
  ['rows are late', { record: known({ ...record, slowestSeconds: 9 }) }, [{ is: 'rowsBehind', seconds: 9 }]],
  [
    'a start waits for minutes',
    { record: known({ ...record, toStart: { count: 2, oldestAt: '2026-11-28T07:50:00.000Z' } }) },
    [{ is: 'startsWait', count: 2, since: '2026-11-28T07:50:00.000Z' }],
  ],
  [
    'a start has just been asked for',
    { record: known({ ...record, toStart: { count: 2, oldestAt: '2026-11-28T07:59:58.000Z' } }) },
    [],
  ],
  [
    'a schedule is late and found differences',
    {
      scheduled: known([
        { ...schedule, late: true, differences: [{ subject: 'plan/A', what: 'state' }], moreDifferences: 4 },
      ]),
    },
    [
      { is: 'scheduleLate', name: 'reconcile-nightly' },
      { is: 'differences', count: 5 },
    ],
  ],
  [
    'a paused schedule is not also late',
    { scheduled: known([{ ...schedule, late: true, paused: true, outcome: 'failed' }]) },
    [
      { is: 'schedulePaused', name: 'reconcile-nightly' },
      { is: 'scheduleFailed', name: 'reconcile-nightly' },
    ],
  ],
  [
    'mails were given up and others tried in vain',
    { mails: known({ ...mails, failed: 2, troubled: 1 }) },
    [
      { is: 'mailsFailed', count: 2 },
      { is: 'mailsTroubled', count: 1 },
    ],
  ],
  [
    'another system takes nothing',
    { told: known({ waiting: 9, troubled: 1, failed: 0, stopped: 0 }) },
    [{ is: 'notTold', troubled: 1, failed: 0, stopped: 0 }],
  ],
])('%s', (_, change, expected) => {
  expect(concernsOf({ ...WELL, ...change })).toEqual(expected);
});
