import { setImmediate } from 'node:timers/promises';
import { nameables } from '@tinhgon/database/imports/nameable';
import { type Applied, beginMapping } from '@tinhgon/rules/mapping/apply-mapping';
import { cellName } from '@tinhgon/rules/mapping/cell-name';
import type { MappingField } from '@tinhgon/rules/mapping/field';
import type { MappedOrder, MappedResult } from '@tinhgon/rules/views/import-mapping';
import { refuse } from '../../errors/refusal.ts';
import { type ImportDoor, importTable } from '../import-file.ts';
import { type Finding, type Headings, problemOf } from '../problems.ts';
import type { FileType } from '../read/read-file.ts';
import { MAX_ROWS } from '../table.ts';
import type { ColumnKey } from '../words.ts';
import { fieldsOf } from './fields-of.ts';
import { SHAPES } from './shapes.ts';
import { headingsAt, openBook, rowsBelow, textIn } from './open-book.ts';

const TURN_ROWS = 1_000;
/** Enough to see that the columns are right, and as many wrong rows as somebody mends before checking again. */
const FIRST_ROWS = 100;
const WRONG_ROWS = 300;
const WORDS = 200;
/** Longer than this a cell is shown cut, and cannot be mended on screen. */
const CELL_CHARACTERS = 2_000;

export interface FileOrder extends MappedOrder {
  readonly dryRun: boolean;
  readonly type: FileType;
  readonly bytes: Buffer;
}

/**
 * Imports a spreadsheet of somebody's own by a mapping, with the same checks and the same whole or nothing as every
 * import. Throws Refusal for what is wrong with the file as a whole, NOT_FOUND for a sheet it does not have.
 */
export async function importMapped(order: FileOrder, door: ImportDoor): Promise<MappedResult> {
  const book = await openBook(order.type, order.bytes);
  const sheet = book.find(({ name }) => name === order.sheet);
  if (!sheet) throw refuse('NOT_FOUND', { field: 'sheet' });
  const headerRow = order.headerRow - 1;
  if (headerRow >= sheet.cells.length) throw refuse('INVALID_INPUT', { field: 'headerRow' });
  const fields = fieldsOf(order.kind, await nameables(door.db));
  checkFields(order, fields);
  const headings = headingsAt(sheet, headerRow);
  const below = rowsBelow(sheet, headerRow);
  if (below.length > MAX_ROWS) throw refuse('TOO_LARGE', { field: 'file', details: { max: MAX_ROWS } });
  const { mapping, corrections, leftOut } = order;
  const begun = beginMapping({ fields, mapping, headings, corrections, leftOut });
  for (let at = 0; at < below.length; at += TURN_ROWS) {
    begun.take(below.slice(at, at + TURN_ROWS));
    await setImmediate();
  }
  const applied = begun.applied();
  const table = { headings: applied.keys, rows: applied.rows };
  const { findings, headings: ours, ...result } = await importTable(order, table, door);
  const names = new Map([...ours.keys()].map((key) => [key, nameOf(key, applied, headings)]));
  const all = [...lackingIn(order, applied), ...findings];
  return {
    ...result,
    sheet: sheet.name,
    problems: all.map((finding) => mappedProblem(finding, { applied, names, order, door })),
    words: [...applied.unknownWords].sort((a, b) => b.rows - a.rows).slice(0, WORDS),
    preview: previewOf(applied, fields, new Set(findings.map(({ row }) => row))),
    numbering: [...applied.numbering],
  };
}

/** A field of another kind, or a constant it could never be, is a mistake of who wrote the order. */
function checkFields({ mapping, corrections }: MappedOrder, fields: readonly MappingField[]): void {
  const known = new Set(fields.map(({ key }) => key));
  for (const key of [...Object.keys(mapping.fields), ...Object.keys(mapping.words)]) {
    if (!known.has(key)) throw refuse('INVALID_INPUT', { field: `mapping.fields.${key}` });
  }
  for (const [at, { field }] of corrections.entries()) {
    if (!known.has(field)) throw refuse('INVALID_INPUT', { field: `corrections.${at}.field` });
  }
}

/** Columns the mapping names and this file does not have. */
const lackingIn = ({ mapping }: MappedOrder, { lacking }: Applied): Finding[] =>
  lacking.map((key) => {
    const source = mapping.fields[key];
    const heading = source?.from === 'column' ? source.heading : key;
    return { row: 1, column: key as ColumnKey, code: 'MISSING_COLUMN', heading };
  });

/** As the file heads it; a constant by our own name. */
const nameOf = (key: ColumnKey, { keys, places }: Applied, headings: readonly string[]): string =>
  headings[places[keys.indexOf(key)] ?? -1] || key;

interface About {
  readonly applied: Applied;
  readonly names: Headings;
  readonly order: FileOrder;
  readonly door: ImportDoor;
}

function mappedProblem(
  finding: Finding,
  { applied, names, order, door }: About,
): MappedResult['problems'][number] {
  const { column, code, row } = finding;
  const at = column === null ? -1 : applied.keys.indexOf(column);
  const place = applied.places[at] ?? null;
  const own = place === null ? new Map([...names].filter(([key]) => key !== column)) : names;
  const ofHeadings = code === 'MISSING_COLUMN';
  // What the file has there, and not what was made of it.
  const written = applied.written.get(row)?.[at];
  const value = written === undefined || ofHeadings ? finding.value : textIn(written) || null;
  return {
    ...problemOf(
      { ...finding, code: codeOf(finding), ...(value === undefined ? {} : { value }) },
      door.language,
      own,
    ),
    row: ofHeadings ? order.headerRow : row,
    field: column,
    cell: place === null || ofHeadings ? null : cellName(row, place),
  };
}

/** A name nobody knows is no code either; that it is unknown says more than that it is not valid. */
function codeOf({ column, code }: Finding): Finding['code'] {
  const list = column === null ? undefined : SHAPES[column]?.choice;
  if (code !== 'INVALID_INPUT') return code;
  if (list === 'agency' || list === 'whose') return 'UNKNOWN_AGENCY';
  return list === 'programme' ? 'UNKNOWN_PROGRAMME' : code;
}

function previewOf(
  { keys, rows, written }: Applied,
  fields: readonly MappingField[],
  wrong: ReadonlySet<number>,
): MappedResult['preview'] {
  const shapes = new Map(fields.map(({ key, shape }) => [key, shape]));
  const wrongRows = rows.filter(({ row }) => wrong.has(row)).slice(0, WRONG_ROWS);
  const shown = new Set([...rows.slice(0, FIRST_ROWS), ...wrongRows].map(({ row }) => row));
  return rows
    .filter(({ row }) => shown.has(row))
    .map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        keys.map((key, at) => [key, cut(shownText(shapes.get(key), cells[at], written.get(row)?.[at]))]),
      ),
    }));
}

/** Days as they were understood, everything else as it is written. */
function shownText(shape: MappingField['shape'] | undefined, read: unknown, written: unknown): string {
  const [, year, month, day] = (shape === 'date' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(read))) || [];
  return year === undefined ? textIn(written) : `${day}/${month}/${year}`;
}

const cut = (text: string): string =>
  text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS)}…` : text;
