import { stringify } from 'csv-stringify/sync';
import { buffer } from 'node:stream/consumers';
import { workbookOf } from '@tinhgon/papers/xlsx/workbook';

/** A list as people take it away: text and numbers only, so that nothing typed by anybody is ever a formula. */
export interface Table {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export type TableCell = string | number | null;

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const MIME: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

export async function fileOf(table: Table, format: Format): Promise<Buffer> {
  return format === 'xlsx' ? await xlsxOf(table) : Buffer.from(csvOf(table));
}

/** With a byte order mark, without which Excel takes UTF-8 for something else; formulas are escaped. */
const csvOf = ({ headings, rows }: Table): string =>
  stringify([headings, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });

const xlsxOf = ({ sheet, headings, rows }: Table): Promise<Buffer> =>
  buffer(
    workbookOf({
      title: sheet,
      writtenAt: new Date().toISOString(),
      sheets: [
        {
          name: sheet,
          widths: headings.map((_heading, column) => widthOf(rows, column)),
          headed: true,
          rows: async function* () {
            yield { cells: headings, bold: true };
            for (const cells of rows) yield { cells };
          },
        },
      ],
    }),
  );

const NARROWEST = 14;
const WIDEST = 50;

function widthOf(rows: Table['rows'], column: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), NARROWEST);
  return Math.min(longest, WIDEST);
}
