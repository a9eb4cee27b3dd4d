import { HEADER_SEARCH_ROWS } from '@tinhgon/rules/mapping/header-row';
import { refuse } from '../../errors/refusal.ts';
import { readCsvLines } from '../read/read-csv.ts';
import type { FileType } from '../read/read-file.ts';
import { readBook, type SheetOfBook } from '../read/read-xlsx.ts';
import { type Cell, isBlank, MAX_COLUMNS, MAX_ROWS } from '../table.ts';

/** Where several sheets may be meant, those after these are not looked at. */
const MAX_SHEETS = 50;

/**
 * Reads the sheets of a spreadsheet as they stand; a csv file has one, without a name. Throws Refusal as the readers
 * do, UNSUPPORTED_FILE for json, which has no cells.
 */
export async function openBook(type: FileType, bytes: Buffer): Promise<readonly SheetOfBook[]> {
  if (type === 'json') throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  const sheets =
    type === 'xlsx'
      ? await readBook(bytes)
      : [{ name: '', cells: readCsvLines(bytes, HEADER_SEARCH_ROWS), merged: [] }];
  for (const { cells } of sheets) {
    // Whoever reads the file has stopped one line later.
    if (cells.length > MAX_ROWS + HEADER_SEARCH_ROWS) {
      throw refuse('TOO_LARGE', { field: 'file', details: { max: MAX_ROWS } });
    }
    if (widthOf(cells) > MAX_COLUMNS) throw refuse('TOO_LARGE', { field: 'file' });
  }
  return sheets.slice(0, MAX_SHEETS);
}

/** A cell as people read it: days as Vietnamese offices write them. */
export function textIn(cell: Cell): string {
  if (isBlank(cell)) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    const [year, month, day] = cell.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  return typeof cell === 'string'
    ? cell.normalize('NFC').replaceAll('\r\n', '\n').trim()
    : String(cell as number);
}

/**
 * The headings in a row of a sheet, counted from 0. Where they stand on two rows, a heading over several columns
 * goes before those below it: “Thời hạn – Đề xuất”.
 */
export function headingsAt({ cells, merged }: SheetOfBook, row: number): string[] {
  const own = cells[row] ?? [];
  const above = merged.filter(
    ({ top, bottom, left, right }) =>
      bottom === row - 1 &&
      right > left &&
      right - left + 1 < own.length &&
      textIn(cells[top]?.[left]) !== '',
  );
  // A title above the table is merged too; headings on two rows have others that reach over both.
  const onTwoRows = merged.some(({ top, bottom }) => top < row && bottom === row);
  return Array.from({ length: widthOf(cells) }, (_, place) => {
    const heading = textIn(own[place]).slice(0, 500);
    const block = onTwoRows && above.find(({ left, right }) => left <= place && place <= right);
    if (!block || heading === '') return heading;
    return `${textIn(cells[block.top]?.[block.left])} – ${heading}`.slice(0, 500);
  });
}

/** The rows below the headings that say anything, by the spreadsheet's own numbers. */
export const rowsBelow = ({ cells }: SheetOfBook, headerRow: number) =>
  cells
    .slice(headerRow + 1)
    .map((own, at) => ({ row: headerRow + at + 2, cells: own }))
    .filter((row) => !row.cells.every(isBlank));

const widthOf = (cells: SheetOfBook['cells']): number =>
  cells.reduce((widest, row) => Math.max(widest, row.length), 0);
