import { stringify } from 'csv-stringify/sync';
import writeXlsx from 'write-excel-file/node';

/** A list as people take it away: text only, so that nothing typed by anybody is ever a formula. */
export interface Table {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const MIME: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Excel refuses a file with a longer cell. */
const CELL_MAX = 32_767;

export async function fileOf(table: Table, format: Format): Promise<Buffer> {
  return format === 'xlsx' ? await xlsxOf(table) : Buffer.from(csvOf(table));
}

/** With a byte order mark, without which Excel takes UTF-8 for something else; formulas are escaped. */
const csvOf = ({ headings, rows }: Table): string =>
  stringify([headings, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });

async function xlsxOf({ sheet, headings, rows }: Table): Promise<Buffer> {
  const cell = (value: string) =>
    value === ''
      ? null
      : { value: value.slice(0, CELL_MAX), type: String, wrap: true, alignVertical: 'top' as const };
  const heading = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }));
  return await writeXlsx([heading, ...rows.map((row) => row.map(cell))], {
    sheet,
    stickyRowsCount: 1,
    columns: headings.map((_heading, column) => ({ width: widthOf(rows, column) })),
  }).toBuffer();
}

const NARROWEST = 14;
const WIDEST = 50;

function widthOf(rows: readonly (readonly string[])[], column: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), NARROWEST);
  return Math.min(longest, WIDEST);
}
