import readWorkbook, { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
import { refuse } from '../../errors/refusal.ts';
import { type Cell, isBlank, type Table } from '../table.ts';
import { inspectXlsx, type MergedCells } from './inspect-xlsx.ts';

/**
 * Reads the first sheet of an Excel workbook. Cells merged from top to bottom stand for the same value in each
 * of their rows, which is what the person who merged them meant; merged sideways only the first holds it.
 *
 * Throws Refusal UNSUPPORTED_FILE, INVALID_INPUT (a cell with an error such as #REF!), TOO_LARGE.
 */
export async function readXlsx(file: Buffer): Promise<Table> {
  const [merged = []] = await inspectXlsx(file);
  const sheet: Cell[][] = await reading(() => readSheet(file));
  for (const block of merged) fillDown(sheet, block, 1);
  const [headings = [], ...body] = sheet;
  const rows = body
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => !cells.every(isBlank));
  return { headings: headings.map((heading) => (isBlank(heading) ? '' : String(heading))), rows };
}

/** A sheet as it stands, with what is merged in it. */
export interface SheetOfBook {
  readonly name: string;
  readonly cells: readonly (readonly Cell[])[];
  readonly merged: readonly MergedCells[];
}

/** Reads all sheets of a workbook; cells merged from top to bottom as above. Throws the same refusals. */
export async function readBook(file: Buffer): Promise<SheetOfBook[]> {
  const merged = await inspectXlsx(file);
  const sheets = await reading(() => readWorkbook(file));
  return sheets.map(({ sheet, data }, at) => {
    const blocks = merged[at] ?? [];
    const cells: Cell[][] = data;
    for (const block of blocks) fillDown(cells, block, 0);
    return { name: sheet, cells, merged: blocks };
  });
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InvalidInputError) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
    if (error instanceof InvalidSpreadsheetError) {
      throw refuse('INVALID_INPUT', { field: 'file', details: { reason: 'xlsx', cell: error.message } });
    }
    throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  }
}

/** `firstRow`: blocks that begin above it are headings and stay as they are. */
function fillDown(sheet: Cell[][], { top, bottom, left }: MergedCells, firstRow: number): void {
  const value = sheet[top]?.[left];
  if (isBlank(value) || top < firstRow) return;
  for (let row = top + 1; row <= bottom && row < sheet.length; row += 1) {
    const cells = sheet[row];
    if (cells && isBlank(cells[left])) cells[left] = value;
  }
}
