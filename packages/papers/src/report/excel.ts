import type { Sheet } from '../xlsx/sheet.ts';
import { workbookOf } from '../xlsx/workbook.ts';
import type { Report, ReportTable } from './report.ts';
import { wordsOf } from './words-of.ts';

/** Characters of the widest column: ten columns of such parts can be read on a page across. */
const WIDEST = 40;
const NARROWEST = 8;
/** An upright page's. */
const COVER = 90;

/** What is said in words, then every annex as a sheet, headings kept in sight, numbers as numbers; row by row. */
export const excelOf = (report: Report): AsyncIterable<Buffer> =>
  workbookOf({
    title: report.about,
    writtenAt: report.knownAt,
    sheets: [
      cover(report),
      ...report.tables.map((table, index) => annex(table, report.words.annex(index + 1))),
    ],
  });

/** What stands in words: the sentence, what it rests on, and what each annex says of itself. */
const cover = (report: Report): Sheet => ({
  name: report.words.sheet,
  widths: [COVER],
  headed: false,
  rows: async function* () {
    for (const [, words] of wordsOf(report)) yield { cells: [words] };
  },
});

function annex({ columns, rows, total }: ReportTable, name: string): Sheet {
  const widest = Math.max(...columns.map(({ width }) => width));
  return {
    name,
    widths: columns.map(({ width }) => Math.max(NARROWEST, Math.round((width / widest) * WIDEST))),
    headed: true,
    rows: async function* () {
      yield { cells: columns.map(({ heading }) => heading), bold: true };
      for await (const cells of rows()) yield { cells };
      if (total) yield { cells: total, bold: true };
    },
  };
}
