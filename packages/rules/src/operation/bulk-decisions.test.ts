import { expect, it } from 'vitest';
import { newPlan } from '../../tests/walks.ts';
import type { DateRequest } from '../dates/book.ts';
import { bulkTask } from './bulk.ts';
import { requestFor } from './bulk-decisions.ts';

const asked = (id: string, date: DateRequest['date']): DateRequest => ({
  id,
  date,
  from: null,
  to: '2026-12-31',
  reason: 'Chờ luật',
  askedBy: { id: 'lan', name: 'Lan' },
  askedAt: '2026-03-02T00:00:00.000Z',
  decideBy: '2026-03-09',
});
const withRequests = (...requests: DateRequest[]) => ({
  ...newPlan(),
  dates: { requests, changes: [], delays: [] },
});
const [deadline, review] = [asked('D2', 'deadline'), asked('D3', 'review')];

it('finds the request a decision is about, or the only one', () => {
  const both = withRequests(deadline, review);
  expect(requestFor(both, 'review')).toEqual({ ok: true, value: review });
  expect(requestFor(withRequests(deadline), undefined)).toEqual({ ok: true, value: deadline });
  expect(requestFor(both, undefined)).toMatchObject({ rejection: { code: 'INVALID_INPUT', field: 'date' } });
  expect(requestFor(both, 'plannedSigning')).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
  expect(requestFor(newPlan(), undefined)).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
});

it('decides on what was seen', () => {
  const seen = {
    kind: 'plan',
    code: 'P',
    expectedVersion: 4,
    contentHash: 'h' as never,
    requestId: 'D2',
  } as const;
  expect(bulkTask({ type: 'refuseDateChange', reason: 'Đủ' }, seen)).toEqual({
    type: 'refuseDateChange',
    reason: 'Đủ',
    requestId: 'D2',
    expectedVersion: 4,
  });
});
