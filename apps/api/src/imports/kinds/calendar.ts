import { CALENDAR_DAY_KINDS, type CalendarDay, objectionToCalendar } from '@tinhgon/rules/calendar-version';
import { asTheyAre, type KindOfImport } from '../import-kind.ts';

/** Holidays and days worked in exchange. The years a file speaks of are replaced as a whole. */
export const calendar: KindOfImport<'calendar', CalendarDay> = {
  kind: 'calendar',
  columns: [
    { key: 'calendarDay', required: true, example: '02/09/2027' },
    { key: 'dayKind', required: true, example: 'Nghỉ lễ' },
    { key: 'dayName', example: 'Quốc khánh' },
  ],
  read(reader) {
    const day = reader.require('calendarDay', reader.date('calendarDay'));
    const kind = reader.require('dayKind', reader.oneOf('dayKind', 'calendarDayKind', CALENDAR_DAY_KINDS));
    const name = reader.text('dayName') ?? '';
    if (day === null || kind === null) return null;
    const objection = objectionToCalendar([{ day, kind, name }]);
    if (objection) reader.note('calendarDay', objection.code, objection.details);
    return { day, kind, name };
  },
  key: ({ day }) => day,
  keyColumn: 'calendarDay',
  gather: asTheyAre,
};
