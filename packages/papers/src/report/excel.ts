import writeXlsx from 'write-excel-file/node';
import { withoutTimes } from '../same-zip.ts';
import type { Report, ReportCell, ReportTable } from './report.ts';
import { wordsOf } from './words-of.ts';

/** Excel refuses a file with a longer cell, or a sheet with a longer name or more rows. */
const CELL_MAX = 32_767;
const NAME_MAX = 31;
const CHARACTERS = 70;

/** What is said in words, then every annex as a sheet, headings kept in sight, numbers as numbers. */
export async function excelOf(report: Report): Promise<Buffer> {
  const sheets = [cover(report)];
  for (const [index, table] of report.tables.entries()) {
    const data = [];
    data.push(table.columns.map(({ heading }) => cellOf(heading, true)));
    for await (const row of table.rows()) data.push(row.map((cell) => cellOf(cell)));
    if (table.total) data.push(table.total.map((cell) => cellOf(cell, true)));
    sheets.push({
      data,
      sheet: `${report.words.annex(index + 1)}`.slice(0, NAME_MAX),
      stickyRowsCount: 1,
      columns: widths(table),
    });
  }
  return withoutTimes(await writeXlsx(sheets).toBuffer());
}

/** What stands in words: the sentence, what it rests on, and what each annex says of itself. */
function cover(report: Report) {
  const said = wordsOf(report).map(([, words]) => words);
  return {
    data: said.map((value) => [cellOf(value)]),
    sheet: report.words.sheet,
    stickyRowsCount: 0,
    columns: [{ width: 110 }],
  };
}

function cellOf(cell: ReportCell, bold = false) {
  const style = bold ? { fontWeight: 'bold' as const } : {};
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, format: '#,##0', ...style };
  if (typeof cell === 'object') {
    return { value: cell.percent / 100, type: Number, format: '0.00%', ...style };
  }
  return {
    value: cell.slice(0, CELL_MAX),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...style,
  };
}

function widths({ columns }: ReportTable): { width: number }[] {
  const widest = Math.max(...columns.map(({ width }) => width));
  return columns.map(({ width }) => ({ width: Math.max(8, Math.round((width / widest) * CHARACTERS)) }));
}
