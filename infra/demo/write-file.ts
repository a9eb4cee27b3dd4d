import words from '@tinhgon/language/vi/imports.json' with { type: 'json' };
import enWords from '@tinhgon/language/en/imports.json' with { type: 'json' };
import { stringify } from 'csv-stringify/sync';
import writeXlsx from 'write-excel-file/node';

/** An import file as bytes with its media type. */
export interface DemoFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const CSV = 'text/csv';
const JSON_TYPE = 'application/json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Columns = keyof typeof words.columns;

/** As a Vietnamese spreadsheet program saves it: headings in Vietnamese, semicolons, days first, byte order mark. */
export function csvFile(name: string, lines: readonly object[]): DemoFile {
  const columns = columnsOf(lines);
  const rows = lines.map((line) => columns.map((column) => vietnameseDate(text(line, column))));
  const headings = columns.map((column) => words.columns[column]);
  const csv = stringify([headings, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows' });
  return { name: `${name}.csv`, type: CSV, bytes: Buffer.from(csv, 'utf8') };
}

/** A workbook with English headings and date cells. */
export async function xlsxFile(name: string, lines: readonly object[]): Promise<DemoFile> {
  const columns = columnsOf(lines);
  const rows = lines.map((line) => columns.map((column) => cell(text(line, column))));
  const headings = columns.map((column) => ({ value: enWords.columns[column], fontWeight: 'bold' as const }));
  const bytes = await writeXlsx([headings, ...rows], { sheet: name }).toBuffer();
  return { name: `${name}.xlsx`, type: XLSX, bytes: Buffer.from(bytes) };
}

export function jsonFile(name: string, lines: readonly object[]): DemoFile {
  return {
    name: `${name}.json`,
    type: JSON_TYPE,
    bytes: Buffer.from(`${JSON.stringify(lines, null, 1)}\n`, 'utf8'),
  };
}

function columnsOf(lines: readonly object[]): Columns[] {
  return [...new Set(lines.flatMap((line) => Object.keys(line)))] as Columns[];
}

function text(line: object, column: string): string {
  const value = (line as Record<string, unknown>)[column];
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  throw new TypeError(`column ${column} holds what only json can`);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const vietnameseDate = (value: string): string => value.replace(ISO, '$3/$2/$1');

const cell = (value: string) =>
  ISO.test(value)
    ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
    : { value, type: String };
