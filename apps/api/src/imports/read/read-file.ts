import { refuse } from '../../errors/refusal.ts';
import { MAX_COLUMNS, MAX_ROWS, type Table } from '../table.ts';
import { readCsv } from './read-csv.ts';
import { readJsonTable } from './read-json.ts';
import { readXlsx } from './read-xlsx.ts';

export type FileType = 'xlsx' | 'csv' | 'json';

const BY_MIME: Readonly<Record<string, FileType>> = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/json': 'json',
};
/** What browsers and scripts send when they do not know better; then the name or the bytes decide. */
const VAGUE = ['application/octet-stream', 'application/vnd.ms-excel', 'text/plain', ''];

/**
 * What kind of file this is: its declared type where that says something, else its name, else its first bytes.
 * Null: none that an import takes.
 */
export function fileTypeOf(mime: string, name: string, bytes: Uint8Array): FileType | null {
  const media = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const declared =
    BY_MIME[media] ?? (VAGUE.includes(media) ? (byName(name) ?? (isZip ? 'xlsx' : null)) : null);
  // A workbook renamed to .csv, or the other way round, would be read as noise.
  if (declared === null || (declared === 'xlsx') !== isZip) return null;
  return declared;
}

function byName(name: string): FileType | null {
  const extension = /\.([a-z]+)$/.exec(name.toLowerCase())?.[1];
  if (extension === 'xlsx' || extension === 'json') return extension;
  return extension === 'csv' || extension === 'tsv' || extension === 'txt' ? 'csv' : null;
}

/** Reads an uploaded file into rows and columns. Throws Refusal (see the readers), TOO_LARGE, UNSUPPORTED_FILE. */
export async function readFile(type: FileType, bytes: Buffer): Promise<Table> {
  const table = await READERS[type](bytes);
  if (table.rows.length > MAX_ROWS) throw refuse('TOO_LARGE', { field: 'file', details: { max: MAX_ROWS } });
  if (table.headings.length > MAX_COLUMNS) throw refuse('TOO_LARGE', { field: 'file' });
  return table;
}

const READERS: Record<FileType, (bytes: Buffer) => Table | Promise<Table>> = {
  xlsx: readXlsx,
  csv: readCsv,
  json: readJsonTable,
};
