import type { AsAt } from '@tinhgon/rules/counting';
import { addDays, type Instant, type LegalDate, startOfDay } from '@tinhgon/rules/days';
import { type RawBuilder, sql } from 'kysely';

/** The last moment of the day asked for that had been recorded by the moment asked for. */
export function momentOf({ asAt, knownAt }: AsAt): Instant {
  const endOfDay = startOfDay(addDays(asAt, 1));
  return endOfDay < knownAt ? endOfDay : knownAt;
}

/** As `momentOf`, within the day: the record counts time in milliseconds. */
export function momentThen(asked: AsAt): Instant {
  const endOfDay = startOfDay(addDays(asked.asAt, 1));
  const last = new Date(Date.parse(endOfDay) - 1).toISOString();
  return last < asked.knownAt ? last : asked.knownAt;
}

/**
 * Whether something stood so at the end of the day asked for, as known at the moment asked for; of rows of
 * `subject_period` and `step_period`. A period ends when the next one is recorded.
 */
export function stoodOn(alias: string, asked: AsAt): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const then = sql`${momentThen(asked)}::timestamptz`;
  return sql<boolean>`${column('from_at')} <= ${then} and (${column('to_at')} is null or ${column('to_at')} > ${then})
    and ${column('known_from')} <= ${asked.knownAt}::timestamptz`;
}

/** Whether a step was open then; of rows of `step_period`, of which an index knows those open at a moment. */
export function stoodOpenOn(alias: string, asked: AsAt): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`${column('finished_at')} is null
    and tstzrange(${column('from_at')}, ${column('to_at')}) @> ${momentThen(asked)}::timestamptz
    and ${column('known_from')} <= ${asked.knownAt}::timestamptz`;
}

/** Days a step had been open then, by days of Viet Nam. */
export const daysOpen = (alias: string, asked: AsAt) => sql`
  (${asked.asAt}::date - (${sql.ref(`${alias}.opened_at`)} at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** The agency whose step `s` it was, as `coalesce(s.agency, seat.agency)`: its own or, of a function held once for the country, the one it belonged to that day. */
export const seatOn = (day: LegalDate) => sql`
  left join function_seat seat on s.agency is null and seat.function = s.function
    and seat."from" <= ${day}::date and (seat."to" is null or seat."to" >= ${day}::date)`;
