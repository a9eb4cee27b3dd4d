import type { DateRequest } from '../dates/book.ts';
import type { DateKey } from '../dates/date.ts';
import { dated, openRequests } from '../dates/dated.ts';
import type { DocumentState } from '../document/state.ts';
import { ok, reject, type Result } from '../errors.ts';
import type { PlanState } from '../plan/state.ts';
import { DATE_DECISIONS } from './operation.ts';

export type DateDecision = (typeof DATE_DECISIONS)[number];

/** Whether an action decides on a request for another date, and not on an open step. */
export const isDateDecision = (type: string): type is DateDecision =>
  (DATE_DECISIONS as readonly string[]).includes(type);

/** The request that waits for a decision: the one for `date`, or the only one there is. */
export function requestFor(state: PlanState | DocumentState, date: DateKey | undefined): Result<DateRequest> {
  const open = openRequests(dated(state));
  if (date === undefined && open.length > 1) return reject('INVALID_INPUT', { field: 'date' });
  const request = date === undefined ? open[0] : open.find((one) => one.date === date);
  return request ? ok(request) : reject('NOT_FOUND', { field: 'date' });
}
