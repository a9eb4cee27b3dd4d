/** A value as its file gave it: text from csv, also numbers, dates and truth values from xlsx, anything from json. */
export type Cell = unknown;

/** A file as rows and columns, before anybody asked what it means. */
export interface Table {
  readonly headings: readonly string[];
  /** Rows without a single value are left out; `row` is the spreadsheet's own number, the heading being row 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;

export const isBlank = (cell: Cell): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
