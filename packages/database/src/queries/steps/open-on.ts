import type { AsAt } from '@tinhgon/rules/counting';
import { addDays, type LegalDate, startOfDay } from '@tinhgon/rules/days';
import { type RawBuilder, sql } from 'kysely';

/** The last moment of the day asked for that had been recorded by the moment asked for. */
export function momentOf({ asAt, knownAt }: AsAt): string {
  const endOfDay = startOfDay(addDays(asAt, 1));
  return endOfDay < knownAt ? endOfDay : knownAt;
}

/** Whether a step was open then; of rows of `step_run`. */
export const openOn = (alias: string, asked: AsAt) => sql`
  ${sql.ref(`${alias}.opened_at`)} < ${momentOf(asked)}::timestamptz
  and (${sql.ref(`${alias}.finished_at`)} is null or ${sql.ref(`${alias}.finished_at`)} >= ${momentOf(asked)}::timestamptz)`;

/**
 * Whether a subject stood so at the end of the day asked for, as known at the moment asked for; of rows of
 * `subject_period`. A period ends when the next one is recorded.
 */
export function stoodOn(alias: string, { asAt, knownAt }: AsAt): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const endOfDay = sql`${startOfDay(addDays(asAt, 1))}::timestamptz`;
  return sql`${column('from_at')} < ${endOfDay} and ${column('known_from')} <= ${knownAt}::timestamptz
    and (${column('to_at')} is null or ${column('to_at')} >= ${endOfDay} or ${column('to_at')} > ${knownAt}::timestamptz)`;
}

/** Days a step had been open then, by days of Viet Nam. */
export const daysOpen = (alias: string, asked: AsAt) => sql`
  (${asked.asAt}::date - (${sql.ref(`${alias}.opened_at`)} at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** The agency whose step `s` it was, as `coalesce(s.agency, seat.agency)`: its own or, of a function held once for the country, the one it belonged to that day. */
export const seatOn = (day: LegalDate) => sql`
  left join function_seat seat on s.agency is null and seat.function = s.function
    and seat."from" <= ${day}::date and (seat."to" is null or seat."to" >= ${day}::date)`;
