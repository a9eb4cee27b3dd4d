import { z } from 'zod';
import { addWorkingDays } from '../calendar.ts';
import { DATE_GROUNDS, DOCUMENT_DATES, PLAN_DATES } from '../dates/date.ts';
import { dated } from '../dates/dated.ts';
import { addDays, type LegalDate, legalDateSchema } from '../days.ts';
import type { DocumentState } from '../document/state.ts';
import { ok, reject, type Result } from '../errors.ts';
import type { PlanState } from '../plan/state.ts';
import { reasonText } from '../text.ts';

/** Nobody puts many dates off by more at once. */
export const MOST_DAYS_OFF = 366;

/** One date of every plan or document chosen: to one day, or each from where it is. */
export const bulkDateChangeSchema = z.strictObject({
  type: z.literal('requestDateChange'),
  date: z.enum([...PLAN_DATES, ...DOCUMENT_DATES]),
  move: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('day'), to: legalDateSchema }),
    z.strictObject({
      by: z.literal('days'),
      days: z.int().min(1).max(MOST_DAYS_OFF),
      unit: z.enum(['working', 'calendar']),
    }),
  ]),
  reason: reasonText,
  ground: z.enum(DATE_GROUNDS).optional(),
});
export type BulkDateChange = z.infer<typeof bulkDateChangeSchema>;

/** A date as it is and as it would be asked for. */
export interface MovedDate {
  readonly from: LegalDate | null;
  readonly to: LegalDate;
}

/** Where the date of one of them moves to; not when its kind has no such date, or none is set to move from. */
export function movedDate(
  state: PlanState | DocumentState,
  { date, move }: Pick<BulkDateChange, 'date' | 'move'>,
): Result<MovedDate> {
  const { present } = dated(state);
  if (!(date in present)) return reject('NO_SUCH_DATE', { field: 'date' });
  const from = present[date] ?? null;
  if (move.by === 'day') return ok({ from, to: move.to });
  if (from === null) return reject('DATE_NOT_SET', { field: 'date' });
  const { days, unit } = move;
  return ok({
    from,
    to: unit === 'working' ? addWorkingDays(state.calendar, from, days) : addDays(from, days),
  });
}
