import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { ReportCell, ReportTable } from './report.ts';

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

const plain = (cell: ReportCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? cell.percent : cell;
