import { expect, test } from 'vitest';
import { pollerState } from './poller-state.ts';

const NOW = '2026-11-28T08:00:00.000Z';
const ago = (seconds: number) => new Date(Date.parse(NOW) - seconds * 1_000).toISOString();
const UNVERSIONED = { current: null, ramping: null };

test.each([
  ['asks now, no versions', null, 1, UNVERSIONED, 'working'],
  ['asks again each minute', null, 61, UNVERSIONED, 'working'],
  ['was last seen two minutes ago', null, 120, UNVERSIONED, 'gone'],
  ['is the current version', 'b', 1, { current: 'b', ramping: null }, 'working'],
  ['is an earlier version', 'a', 1, { current: 'b', ramping: null }, 'other-version'],
  ['has a version nothing is sent to yet', 'a', 1, UNVERSIONED, 'other-version'],
  ['has no version where there are some', null, 1, { current: 'b', ramping: null }, 'other-version'],
  ['takes a part', 'c', 1, { current: 'b', ramping: 'c' }, 'working'],
])('a worker that %s', (_, buildId, seconds, routing, expected) => {
  expect(pollerState({ identity: '1@host', buildId, lastSeenAt: ago(seconds) }, routing, NOW)).toBe(expected);
});
