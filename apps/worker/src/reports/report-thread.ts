/** Program of a thread: makes the files of one report, notes how far it is, and ends. */
import { setImmediate as breathe } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { createDatabase } from '@tinhgon/database/create-database';
import {
  finishReport,
  keepReportFile,
  type MadeFile,
  noteProgress,
  reportById,
} from '@tinhgon/database/reports/make-report';
import { calendarKnownAt } from '@tinhgon/database/queries/terms/calendars';
import { csvOf, notesCsvOf } from '@tinhgon/papers/report/csv';
import { excelOf } from '@tinhgon/papers/report/excel';
import { readReport } from '@tinhgon/papers/report/read-report';
import { pdfOf } from '@tinhgon/papers/report/pdf';
import type { Report, ReportTable } from '@tinhgon/papers/report/report';
import { templateOf } from '@tinhgon/papers/report/template';
import { MOST_LINES, wordOf } from '@tinhgon/papers/report/word';
import { REPORT_MIME, REPORT_UNDER_WAY } from '@tinhgon/rules/views/report';
import type { ReportToMake } from './make-report.ts';

const SAY_EVERY_MS = 500;
/** Lines between two looks at the clock. */
const LINES = 50;

const { databaseUrl, id, evaluation } = workerData as ReportToMake;
const db = createDatabase(databaseUrl, { applicationName: 'tinhgon-report', maxConnections: 2 });
let done = 0;
let saidAt = 0;

async function make(): Promise<void> {
  const row = await reportById(db, id);
  // Removed meanwhile, or made by a try that was thought lost.
  if (!row || !REPORT_UNDER_WAY.includes(row.state)) return;
  const template = await templateOf(db, row.programme, row.language, row.template_version);
  if (!template) throw new RangeError(`no version ${row.template_version} of the template`);
  const asked = {
    programme: row.programme,
    asAt: row.as_at,
    knownAt: row.known_at,
    language: row.language,
    calendar: await calendarKnownAt(db, { knownAt: row.known_at }),
    template,
    evaluation,
  };
  const read = await readReport(db, asked);
  if (!read) throw new RangeError(`no programme ${row.programme}`);
  const { report: made, totals } = read;
  const report = { ...made, tables: made.tables.map(counted(linesIn(made))) };
  const name = `${row.language === 'vi' ? 'bao-cao' : 'report'}-${row.programme}-${row.as_at}`;
  const keep = (file: Omit<MadeFile, 'mime' | 'name'>) =>
    keepReportFile(db, id, {
      ...file,
      name: `${name}${file.annex === null ? '' : `-${file.annex}`}.${file.format}`,
      mime: REPORT_MIME[file.format],
    });
  for (const table of report.tables) {
    await keep({ format: 'csv', annex: table.annex, data: csvOf(table) });
  }
  await keep({ format: 'csv', annex: null, data: notesCsvOf(report) });
  await keep({ format: 'xlsx', annex: null, data: excelOf(report) });
  await keep({ format: 'docx', annex: null, data: wordOf(report) });
  await keep({ format: 'pdf', annex: null, data: pdfOf(report) });
  await finishReport(db, id, {
    simplified: totals.simplified,
    baseline: totals.baseline?.count ?? null,
    figures: report.figures,
  });
}

/** Lines of all files: spreadsheets hold every one, signed papers those of shorter lists. */
const linesIn = ({ tables }: Report): number =>
  tables.reduce((sum, { count }) => sum + count * (count > MOST_LINES ? 2 : 4), 0);

function counted(total: number): <T extends ReportTable>(table: T) => T {
  return (table) => ({
    ...table,
    rows: async function* () {
      for await (const row of table.rows()) {
        yield row;
        done += 1;
        if (done % LINES !== 0) continue;
        await breathe();
        if (Date.now() - saidAt < SAY_EVERY_MS) continue;
        saidAt = Date.now();
        await noteProgress(db, id, done, total);
      }
    },
  });
}

try {
  await make();
} finally {
  await db.destroy();
}
