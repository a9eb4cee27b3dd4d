import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { Report, ReportCell, ReportTable } from './report.ts';
import { wordsOf } from './words-of.ts';

/** One annex as CSV, row by row: with a byte order mark for Excel, formulas escaped, numbers as machines read them. */
export function csvOf({ columns, rows, total }: ReportTable): AsyncIterable<Buffer> {
  const lines = async function* () {
    yield columns.map(({ heading }) => heading);
    for await (const row of rows()) yield row.map(plain);
    if (total) yield total.map(plain);
  };
  return Readable.from(lines()).pipe(
    stringify({ bom: true, record_delimiter: 'windows', escape_formulas: true }),
  );
}

/** What is said beside the annexes' rows, each line with the annex it is of: the CSV files hold rows alone. */
export function notesCsvOf(report: Report): AsyncIterable<Buffer> {
  const { part, text } = report.words.notes;
  return Readable.from([[part, text], ...wordsOf(report)]).pipe(
    stringify({ bom: true, record_delimiter: 'windows', escape_formulas: true }),
  );
}

const plain = (cell: ReportCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? cell.percent : cell;
