import { nameables } from '@tinhgon/database/imports/nameable';
import { mappingWith } from '@tinhgon/database/queries/imports/mappings';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { columnLetters } from '@tinhgon/rules/mapping/cell-name';
import { HEADER_SEARCH_ROWS, suggestHeader } from '@tinhgon/rules/mapping/header-row';
import { columnRefs, headingSetOf } from '@tinhgon/rules/mapping/mapping';
import { suggestColumns } from '@tinhgon/rules/mapping/suggest-columns';
import { homesOf } from '@tinhgon/rules/person';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type { FileLook } from '@tinhgon/rules/views/import-mapping';
import { refuse } from '../../errors/refusal.ts';
import type { FileType } from '../read/read-file.ts';
import type { SheetOfBook } from '../read/read-xlsx.ts';
import { fieldsOf } from './fields-of.ts';
import { headingsAt, openBook, rowsBelow, textIn } from './open-book.ts';

const SAMPLES = 3;
const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 80;
const TOP_COLUMNS = 20;

interface Asked {
  readonly kind: ImportKind;
  readonly type: FileType;
  readonly bytes: Buffer;
  /** Where its reader says the table is, by name and by the spreadsheet's number; otherwise it is looked for. */
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
}

/**
 * Looks at a spreadsheet before anything is taken from it: where its headings are, what its columns probably mean, and
 * how the reader's agency read files with these headings before. Throws Refusal NOT_FOUND for a sheet it does not
 * have, INVALID_INPUT for a file without any text.
 */
export async function lookAtFile(asked: Asked, door: { db: Db; actor: Actor }): Promise<FileLook> {
  const { kind } = asked;
  const book = await openBook(asked.type, asked.bytes);
  const fields = fieldsOf(kind, await nameables(door.db));
  const chosen = asked.sheet === undefined ? book : book.filter(({ name }) => name === asked.sheet);
  if (chosen.length === 0) throw refuse('NOT_FOUND', { field: 'sheet' });
  const places = chosen.flatMap((sheet) =>
    rowsToLookAt(sheet, asked.headerRow).map((row) => ({ sheet, row })),
  );
  const sets = places.map(({ sheet, row }) => headingSetOf(headingsAt(sheet, row)));
  const kept = await mappingWith(door.db, homesOf(door.actor), kind, [...new Set(sets)]);
  const { sheet, row } =
    (kept && places[sets.indexOf(kept.headingSet)]) ?? bestPlace(fields, chosen, asked.headerRow);
  const headings = headingsAt(sheet, row);
  const rows = rowsBelow(sheet, row);
  return {
    kind,
    sheets: book.map(({ name, cells }) => ({ name, rows: cells.length })),
    sheet: sheet.name,
    headerRow: row + 1,
    top: topOf(sheet),
    columns: columnRefs(headings).map((ref, place) => ({
      ...ref,
      letters: columnLetters(place),
      samples: samplesOf(rows.slice(0, SAMPLE_ROWS).map(({ cells }) => textIn(cells[place]))),
    })),
    rows: rows.length,
    fields,
    suggestions: suggestColumns(fields, headings),
    kept: kept && {
      kind,
      headings: kept.headings,
      mapping: kept.mapping,
      version: kept.version,
      name: kept.name,
      recorded: kept.recorded,
    },
  };
}

/** Counted from 0. */
function rowsToLookAt({ cells }: SheetOfBook, headerRow: number | undefined): number[] {
  if (headerRow !== undefined) return headerRow <= cells.length ? [headerRow - 1] : [];
  return [...cells.slice(0, HEADER_SEARCH_ROWS).keys()];
}

function bestPlace(
  fields: FileLook['fields'],
  sheets: readonly SheetOfBook[],
  headerRow: number | undefined,
): { sheet: SheetOfBook; row: number } {
  const found = sheets.flatMap((sheet) => {
    if (headerRow !== undefined) {
      return headerRow <= sheet.cells.length ? [{ sheet, row: headerRow - 1, known: 0 }] : [];
    }
    const header = suggestHeader(
      fields,
      [...sheet.cells.slice(0, HEADER_SEARCH_ROWS).keys()].map((row) => headingsAt(sheet, row)),
    );
    return header ? [{ sheet, ...header }] : [];
  });
  const best = found.toSorted((a, b) => b.known - a.known)[0];
  if (best) return best;
  if (headerRow !== undefined) throw refuse('INVALID_INPUT', { field: 'headerRow' });
  throw refuse('INVALID_INPUT', { field: 'file', details: { reason: 'empty' } });
}

const topOf = ({ cells }: SheetOfBook): FileLook['top'] =>
  cells.slice(0, HEADER_SEARCH_ROWS).map((own, at) => ({
    row: at + 1,
    cells: own.slice(0, TOP_COLUMNS).map((cell) => cut(textIn(cell))),
  }));

const samplesOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.filter((text) => text !== '' && !/^\(\d{1,3}\)$/.test(text)).map(cut))].slice(0, SAMPLES);

const cut = (text: string): string =>
  text.length > SAMPLE_CHARACTERS ? `${text.slice(0, SAMPLE_CHARACTERS)}…` : text;
