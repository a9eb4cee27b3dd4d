import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
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
  const merged = await inspectXlsx(file);
  const sheet: Cell[][] = await read(file);
  for (const block of merged) fillDown(sheet, block);
  const [headings = [], ...body] = sheet;
  const rows = body
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => !cells.every(isBlank));
  return { headings: headings.map((heading) => (isBlank(heading) ? '' : String(heading))), rows };
}

async function read(file: Buffer): Promise<Cell[][]> {
  try {
    return await readSheet(file);
  } catch (error) {
    if (error instanceof InvalidInputError) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
    if (error instanceof InvalidSpreadsheetError) {
      throw refuse('INVALID_INPUT', { field: 'file', details: { reason: 'xlsx', cell: error.message } });
    }
    throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  }
}

function fillDown(sheet: Cell[][], { top, bottom, left }: MergedCells): void {
  const value = sheet[top]?.[left];
  if (isBlank(value) || top === 0) return;
  for (let row = top + 1; row <= bottom && row < sheet.length; row += 1) {
    const cells = sheet[row];
    if (cells && isBlank(cells[left])) cells[left] = value;
  }
}
