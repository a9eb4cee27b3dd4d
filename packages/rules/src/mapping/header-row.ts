import type { MappingField } from './field.ts';
import { waysOf } from './likeness.ts';
import { plain } from './plain.ts';

/** Titles, places and dates stand above the headings, seldom more of them than this. */
export const HEADER_SEARCH_ROWS = 30;

export interface HeaderFound {
  /** Place of the row, from 0. */
  readonly row: number;
  /** How many columns have a known heading: between sheets the one with more is meant. */
  readonly known: number;
}

/**
 * The row that holds the headings: the one with the most known names, and of headings on two rows the lower one.
 * Without any known name the first row that has the most texts. Null for a sheet without any text.
 */
export function suggestHeader(
  fields: readonly MappingField[],
  rows: readonly (readonly string[])[],
): HeaderFound | null {
  const names = new Set(fields.flatMap(({ spellings }) => spellings.map(plain)));
  const looked = rows.slice(0, HEADER_SEARCH_ROWS).map((cells) => ({
    known: new Set(cells.map(knownName(names)).filter((name) => name !== null)).size,
    texts: cells.filter((cell) => /\p{L}/u.test(cell)).length,
  }));
  const most = Math.max(0, ...looked.map(({ known }) => known));
  if (most > 0) {
    let row = looked.findIndex(({ known }) => known === most);
    while (looked[row + 1]?.known === most) row += 1;
    return { row, known: most };
  }
  const widest = Math.max(0, ...looked.map(({ texts }) => texts));
  return widest === 0 ? null : { row: looked.findIndex(({ texts }) => texts === widest), known: 0 };
}

const knownName = (names: ReadonlySet<string>) => (cell: string) =>
  waysOf(cell).find((way) => way.plain !== '' && names.has(way.plain))?.plain ?? null;
