import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import { type CalendarVersion, DEFAULT_CALENDAR, workingCalendar } from '@tinhgon/rules/calendar-version';
import type { AsAt } from '@tinhgon/rules/counting';
import type { CalendarView } from '@tinhgon/rules/views/terms';
import type { Db } from '../../schema.ts';

/** The record has one calendar. */
export const CALENDAR = 'calendar/vn';

/** The newest version of the working calendar. */
export async function newestCalendar(db: Db): Promise<CalendarVersion> {
  const row = await db
    .selectFrom('calendar_version')
    .select(['version', 'days'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? DEFAULT_CALENDAR;
}

/** The calendar that clocks go by now. */
export const currentCalendar = async (db: Db): Promise<WorkingCalendar> =>
  workingCalendar(await newestCalendar(db));

/** The calendar as it was known at a moment: what is counted in working days of a past day stays the same. */
export async function calendarKnownAt(db: Db, { knownAt }: Pick<AsAt, 'knownAt'>): Promise<WorkingCalendar> {
  const event = await db
    .selectFrom('event')
    .select('payload')
    .where('subject', '=', CALENDAR)
    .where('written_at', '<=', knownAt)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return workingCalendar(event ? (event.payload['calendar'] as CalendarVersion) : DEFAULT_CALENDAR);
}

/** All versions, newest first; the product's own is the last. */
export async function listCalendars(db: Db): Promise<CalendarView[]> {
  const rows = await db.selectFrom('calendar_version').selectAll().orderBy('version', 'desc').execute();
  return [
    ...rows.map(({ version, days, reason, recorded_at: at, recorded_by: by }) => ({
      version,
      days,
      recorded: { at, by, reason },
    })),
    { ...DEFAULT_CALENDAR, days: [...DEFAULT_CALENDAR.days], recorded: null },
  ];
}
