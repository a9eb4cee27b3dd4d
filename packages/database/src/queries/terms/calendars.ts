import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import { type CalendarVersion, DEFAULT_CALENDAR, workingCalendar } from '@tinhgon/rules/calendar-version';
import type { CalendarView } from '@tinhgon/rules/views/terms';
import type { Db } from '../../schema.ts';

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
