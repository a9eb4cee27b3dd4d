import { type RawBuilder, sql } from 'kysely';
import { addWorkingDays } from '@tinhgon/rules/calendar';
import { DUE_SOON_WORKING_DAYS } from '@tinhgon/rules/clock';
import { addDays, type LegalDate } from '@tinhgon/rules/day';
import type { StepTiming } from '@tinhgon/rules/vocabulary';
import type { ReadOn } from '../reader.ts';

/** The last due day that is due soon today: the day before one more working day would lie between. */
export const dueSoonUntil = ({ today, calendar }: ReadOn): LegalDate =>
  addDays(addWorkingDays(calendar, today, DUE_SOON_WORKING_DAYS + 1), -1);

/** `timingOf` of the rules as a condition on a due day. */
export function timingIs(timing: StepTiming, dueOn: RawBuilder<unknown>, on: ReadOn): RawBuilder<boolean> {
  switch (timing) {
    case 'overdue':
      return sql<boolean>`${dueOn} < ${on.today}::date`;
    case 'due-soon':
      return sql<boolean>`${dueOn} between ${on.today}::date and ${dueSoonUntil(on)}::date`;
    case 'in-time':
      return sql<boolean>`(${dueOn} is null or ${dueOn} > ${dueSoonUntil(on)}::date)`;
  }
}
