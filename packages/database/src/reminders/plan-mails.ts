import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import {
  digestAt,
  digestDay,
  type MailMode,
  singleAt,
  USUAL_MAIL_MODE,
} from '@tinhgon/rules/reminders/mail-times';
import type { Trx } from '../schema.ts';

/** By which mails are timed. */
export interface MailClock {
  readonly calendar: WorkingCalendar;
}

interface PlannedMail {
  readonly id: string;
  readonly person_id: string;
  readonly digest_on: string | null;
  readonly next_attempt_at: string;
  readonly notifications: readonly string[];
}

/** Plans the e-mails that carry new notifications, as each person chose; who has no address gets none. */
export async function planMails(
  trx: Trx,
  fresh: readonly { readonly id: string; readonly personId: string }[],
  now: string,
  { calendar }: MailClock,
): Promise<void> {
  const byPerson = Map.groupBy(fresh, ({ personId }) => personId);
  const modes = await mailModes(trx, [...byPerson.keys()]);
  const planned = [...modes].flatMap(([personId, mode]) => {
    const ids = (byPerson.get(personId) ?? []).map(({ id }) => id);
    return plan(personId, mode, ids, now, calendar);
  });
  if (planned.length === 0) return;
  await sql`
    with planned as (
      select * from json_to_recordset(${JSON.stringify(planned)}::json)
        as planned(id uuid, person_id text, digest_on date, next_attempt_at timestamptz, notifications bigint[])
    ), kept as (
      insert into mail (id, person_id, digest_on, state, created_at, next_attempt_at, attempts)
      select id, person_id, digest_on, 'waiting', ${now}::timestamptz, next_attempt_at, 0 from planned
      on conflict (person_id, digest_on) do update set person_id = excluded.person_id
      returning id, person_id, digest_on
    )
    update notification set mail_id = kept.id
    from kept join planned on planned.id = kept.id
      or (planned.person_id = kept.person_id and planned.digest_on = kept.digest_on)
    where notification.id = any(planned.notifications)`.execute(trx);
}

function plan(
  personId: string,
  mode: MailMode,
  notifications: readonly string[],
  now: string,
  calendar: WorkingCalendar,
): PlannedMail[] {
  const mail = (digestOn: string | null, at: (id: string) => string, ids: readonly string[]) => {
    const id = randomUUID();
    return {
      id,
      person_id: personId,
      digest_on: digestOn,
      next_attempt_at: at(id),
      notifications: ids,
    };
  };
  switch (mode) {
    case 'none':
      return [];
    case 'digest': {
      const day = digestDay(now, calendar);
      return [mail(day, (id) => digestAt(day, id), notifications)];
    }
    case 'single':
      return notifications.map((one) => mail(null, (id) => singleAt(now, calendar, id), [one]));
  }
}

async function mailModes(trx: Trx, personIds: readonly string[]): Promise<Map<string, MailMode>> {
  const { rows } = await sql<{ id: string; mail: MailMode | null }>`
    select person.id, preference.mail from person
    left join preference on preference.person_id = person.id
    where person.active and person.email is not null and person.id = any(${personIds}::text[])`.execute(trx);
  return new Map(rows.map(({ id, mail }) => [id, mail ?? USUAL_MAIL_MODE]));
}
