import { xmlText } from '../xml-text.ts';
import { BOLD, STYLE } from './styles.ts';

/** Text is never a formula, whatever it begins with. */
export type SheetCell = string | number | { readonly percent: number } | null;

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly bold?: boolean;
}

export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** The first row stays in sight and comes again on every page in print, between lines. */
  readonly headed: boolean;
  readonly rows: () => AsyncIterable<SheetRow>;
}

/** Excel refuses a file with a longer cell, or a sheet with more rows. */
export const CELL_MAX = 32_767;
const ROWS_MAX = 1_048_576;
/** What a longer text ends with. */
const CUT = '…';

/** A sheet's XML, row by row. Throws RangeError when there are more rows than a sheet can have. */
export async function* sheetXml({ widths, headed, rows }: Sheet): AsyncGenerator<string> {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0">',
    headed ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '',
    `</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
  const letters = widths.map((_width, at) => lettersOf(at));
  let number = 0;
  for await (const row of rows()) {
    number += 1;
    if (number > ROWS_MAX) throw new RangeError('more rows than a sheet can have');
    yield rowXml(row, number, letters, widths);
  }
  yield '</sheetData>';
  if (headed) yield '<printOptions gridLines="1"/>';
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  yield `<pageSetup paperSize="9" orientation="${headed ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`;
  yield '</worksheet>';
}

function rowXml(
  row: SheetRow,
  number: number,
  letters: readonly string[],
  widths: readonly number[],
): string {
  const { cells, bold = false } = row;
  const lines = linesOf(row, widths);
  let xml = lines > 1 ? `<row r="${number}" ht="${heightOf(lines)}">` : `<row r="${number}">`;
  for (const [at, cell] of cells.entries()) {
    if (cell === null || cell === '') continue;
    const place = `r="${letters[at] ?? lettersOf(at)}${number}"`;
    const style = (of: number) => `s="${bold ? of + BOLD : of}"`;
    if (typeof cell === 'number') xml += `<c ${place} ${style(STYLE.number)}><v>${cell}</v></c>`;
    else if (typeof cell === 'object') {
      xml += `<c ${place} ${style(STYLE.percent)}><v>${cell.percent / 100}</v></c>`;
    } else {
      const text = xmlText(cell.length > CELL_MAX ? cell.slice(0, CELL_MAX - CUT.length) + CUT : cell);
      xml += `<c ${place} ${style(STYLE.text)} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    }
  }
  return `${xml}</row>`;
}

/** Points; Excel knows no higher row. */
const LINE = 15;
const HIGHEST = 409;
const heightOf = (lines: number): number => Math.min(lines * LINE, HIGHEST);
/** Letters in bold, most of them capitals in a heading, beside the digit that widths are counted in. */
const BOLD_WIDER = 1.15;

/**
 * About how many lines the tallest cell has when it is wrapped. A row that does not say its height stays one line high in
 * LibreOffice, whatever is in it.
 */
function linesOf({ cells, bold = false }: SheetRow, widths: readonly number[]): number {
  let most = 1;
  for (const [at, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue;
    const fits = (widths[at] ?? 1) / (bold ? BOLD_WIDER : 1);
    const lines = cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0);
    most = Math.max(most, lines);
  }
  return most;
}

/** The letters over a column: A, B … Z, AA … */
function lettersOf(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? letter : lettersOf(Math.floor(at / 26) - 1) + letter;
}
