import { sql } from 'kysely';

/**
 * All that waits for somebody: open steps, and changes of dates to be decided on, in one shape. A change of date
 * goes by a step of its own name, `date-…`.
 */
export const waiting = sql`(
  select subject, kind, code, step, number, step_kind, function, agency, opened_at, due_on,
    holder_id, holder_name, on_behalf_of, returned, barred, procedures
  from step_run where finished_at is null
  union all
  select subject, kind, code, 'date-' || date, number, 'date', function, agency, asked_at, decide_by,
    null, null, null, false, barred, procedures
  from date_request
)`;
