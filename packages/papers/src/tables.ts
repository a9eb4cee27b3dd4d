import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Block, line, run, type RunStyle, SIZE, TEXT_WIDTH } from './layout.ts';

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** Parts of the text's width to whole twentieths of a point that add up to it. */
function widths(parts: readonly number[], width = TEXT_WIDTH): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => Math.floor((width * part) / sum));
}

/** Blocks side by side without lines, row below row: the head of a paper, its recipients beside its signature. */
export function sideBySide(
  parts: readonly number[],
  ...rows: readonly (readonly (readonly Block[])[])[]
): Table {
  const all = widths(parts);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: all,
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: rows.map(
      (columns) =>
        new TableRow({
          cantSplit: true,
          children: columns.map(
            (children, index) =>
              new TableCell({
                borders: NO_LINES,
                width: { size: all[index] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: 0 },
                children: [...children],
              }),
          ),
        }),
    ),
  });
}

export interface Cell {
  readonly lines: readonly string[];
  readonly bold?: boolean;
  readonly centred?: boolean;
  /** Columns it stretches over. */
  readonly span?: number;
}

interface GridLook {
  readonly width?: number;
  readonly size?: number;
  /** A row stands on one page, unless it is longer than one. */
  readonly whole?: boolean;
}

/** A table with lines, its headings repeated on every page. */
export function grid(
  parts: readonly number[],
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  { width = TEXT_WIDTH, size = SIZE.table, whole = false }: GridLook = {},
): Table {
  const all = widths(parts, width);
  const cell = ({ lines, bold = false, centred = false, span = 1 }: Cell, at: number): TableCell => {
    const style: RunStyle = { size, ...(bold ? { bold } : {}) };
    const options: Partial<ITableCellOptions> = span > 1 ? { columnSpan: span } : {};
    return new TableCell({
      ...options,
      width: { size: all.slice(at, at + span).reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 30, bottom: 30 },
      verticalAlign: centred ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: (lines.length > 0 ? lines : ['']).map((one) =>
        line(run(one, style), { alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT }),
      ),
    });
  };
  const row = (cells: readonly Cell[], tableHeader = false) => {
    let at = 0;
    const children = cells.map((one) => {
      const made = cell(one, at);
      at += one.span ?? 1;
      return made;
    });
    return new TableRow({ tableHeader, cantSplit: tableHeader || whole, children });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: all,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      row(
        headings.map((one) => ({ lines: [one], bold: true, centred: true })),
        true,
      ),
      ...rows.map((cells) => row(cells)),
    ],
  });
}
