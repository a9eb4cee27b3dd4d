import { type CalendarDay, calendarChanges } from '@tinhgon/rules/calendar-version';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { CALENDAR, newestCalendar } from '../queries/terms/calendars.ts';
import type { ImportCounts, ImportRun } from './commit-import.ts';

/** What stands as the reason of a version that came as a file. */
const FROM_FILE = 'Nhập từ tệp';

/** A new version of the working calendar: the years the file speaks of are as the file has them, others stay. */
export async function commitCalendar(run: ImportRun, rows: readonly CalendarDay[]): Promise<ImportCounts> {
  const newest = await newestCalendar(run.trx);
  const years = new Set(rows.map(({ day }) => day.slice(0, 4)));
  const days = [...newest.days.filter(({ day }) => !years.has(day.slice(0, 4))), ...rows].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  const changes = calendarChanges(newest.days, days);
  const renamed = rows.filter((row) => {
    const old = newest.days.find(({ day, kind }) => day === row.day && kind === row.kind);
    return old !== undefined && old.name !== row.name;
  }).length;
  const added = changes.filter(({ before }) => before === null).length;
  const changed = changes.length - added + renamed;
  if (!run.dryRun && added + changed > 0) {
    const calendar = { version: newest.version + 1, days };
    const body = { type: 'calendarSaved', calendar, reason: FROM_FILE } as const;
    await writeCatalogue(run.trx, [{ subject: CALENDAR, body }], run);
  }
  run.onProgress(rows.length);
  return { added, changed, unchanged: Math.max(0, rows.length - added - changed), toStart: 0 };
}
