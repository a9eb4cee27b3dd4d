import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { refuse } from '../../errors/refusal.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../table.ts';

const inflate = promisify(inflateRaw);

/** What a spreadsheet may unpack to: 100,000 rows of twenty columns stay below it. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
const MAX_ENTRIES = 1_000;
/** 32,767 characters of up to four bytes, escaped. */
const LONGEST_RUN_BYTES = 200_000;
/** Headings and a margin for the empty rows people leave at the bottom. */
const LAST_ROW = MAX_ROWS + 1;

/** All sheets together: the reader fills every gap with a cell. */
const MAX_CELLS = MAX_ROWS * MAX_COLUMNS;

/** A block of merged cells of a sheet: only its top left cell carries a value. Counted from 0. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Looks at an xlsx before the reader unpacks it in memory: a few kilobytes can claim gigabytes, or one cell
 * in the last corner of the sheet. Gives the merged cells of each sheet in their order, which the reader does not tell.
 *
 * Throws Refusal UNSUPPORTED_FILE (no zip, no workbook), TOO_LARGE.
 */
export async function inspectXlsx(file: Buffer): Promise<readonly (readonly MergedCells[])[]> {
  const parts = new Map<string, string>();
  let budget = MAX_UNPACKED_BYTES;
  let cells = 0;
  for (const entry of entriesOf(file)) {
    if (!/\.(xml|rels)$/.test(entry.name)) continue;
    const bytes = await unpack(file, entry, budget);
    budget -= bytes.length;
    checkRuns(bytes);
    if (/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(entry.name)) {
      const text = bytes.toString('utf8');
      if (entry.name.startsWith('xl/worksheets/')) cells += extentOf(text);
      if (cells > MAX_CELLS) throw refuse('TOO_LARGE', { field: 'file' });
      parts.set(entry.name, text);
    }
  }
  return sheetsOf(parts).map(mergedCells);
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function entriesOf(file: Buffer): Entry[] {
  try {
    const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new RangeError('no end of central directory');
    const count = file.readUInt16LE(end + 10);
    if (count > MAX_ENTRIES) throw refuse('TOO_LARGE', { field: 'file' });
    const entries: Entry[] = [];
    let at = file.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (file.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no central directory entry');
      const nameLength = file.readUInt16LE(at + 28);
      entries.push({
        name: file.toString('utf8', at + 46, at + 46 + nameLength),
        method: file.readUInt16LE(at + 10),
        packed: file.readUInt32LE(at + 20),
        unpacked: file.readUInt32LE(at + 24),
        offset: file.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
    if (claimed > MAX_UNPACKED_BYTES) throw refuse('TOO_LARGE', { field: 'file' });
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
    throw error;
  }
}

async function unpack(file: Buffer, entry: Entry, budget: number): Promise<Buffer> {
  if (entry.offset + 30 > file.length) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  const start =
    entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, budget) });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw refuse(tooLarge ? 'TOO_LARGE' : 'UNSUPPORTED_FILE', { field: 'file' });
  }
}

/** No cell holds more than 32,767 characters; a longer stretch without a tag is made to keep the reader busy. */
function checkRuns(xml: Buffer): void {
  for (let from = 0; from < xml.length; ) {
    const next = xml.indexOf(0x3c, from);
    if ((next < 0 ? xml.length : next) - from > LONGEST_RUN_BYTES)
      throw refuse('TOO_LARGE', { field: 'file' });
    if (next < 0) return;
    from = next + 1;
  }
}

/** How many cells the reader makes of a sheet: it fills every gap, so addresses decide how much memory it takes. */
function extentOf(sheet: string): number {
  let rows = 0;
  let lastRow = 0;
  let lastColumn = 0;
  for (let at = sheet.indexOf('<row'); at >= 0; at = sheet.indexOf('<row', at + 4)) rows += 1;
  if (rows > LAST_ROW) throw refuse('TOO_LARGE', { field: 'file', details: { max: MAX_ROWS } });
  for (const [, letters, digits] of sheet.matchAll(/<c\b[^<>]{0,500}?\br="([A-Z]+)(\d+)"/g)) {
    lastRow = Math.max(lastRow, Number(digits));
    lastColumn = Math.max(lastColumn, columnOf(letters ?? ''));
    if (lastRow > LAST_ROW) throw refuse('TOO_LARGE', { field: 'file', details: { max: MAX_ROWS } });
    if (lastColumn >= MAX_COLUMNS) throw refuse('TOO_LARGE', { field: 'file' });
  }
  for (const [, digits] of sheet.matchAll(/<row\b[^<>]{0,500}?\br="(\d+)"/g)) {
    if (Number(digits) > 2 * MAX_ROWS)
      throw refuse('TOO_LARGE', { field: 'file', details: { max: MAX_ROWS } });
  }
  return lastRow * (lastColumn + 1);
}

/** `A` is 0. */
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The text of each sheet in the order of the workbook. */
function sheetsOf(parts: ReadonlyMap<string, string>): string[] {
  const targets = new Map<string, string>();
  for (const [tag] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(
    /<Relationship\b[^<>]{0,4000}>/g,
  )) {
    const target = /\bTarget="([^"]+)"/.exec(tag)?.[1] ?? '';
    targets.set(
      /\bId="([^"]+)"/.exec(tag)?.[1] ?? '',
      target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    );
  }
  const sheets: string[] = [];
  for (const [, id = ''] of (parts.get('xl/workbook.xml') ?? '').matchAll(
    /<sheet\b[^<>]{0,2000}?\br:id="([^"]+)"/g,
  )) {
    const target = targets.get(id);
    // The first sheet is what every import reads; without it there is nothing to read.
    if (target === undefined && sheets.length === 0) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
    sheets.push(parts.get(target ?? '') ?? '');
  }
  if (sheets.length === 0) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  return sheets;
}

function mergedCells(sheet: string): MergedCells[] {
  const found: MergedCells[] = [];
  for (const [, left, top, right, bottom] of sheet.matchAll(
    /<mergeCell\b[^<>]{0,500}?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
  )) {
    found.push({
      top: Number(top) - 1,
      bottom: Math.min(Number(bottom) - 1, LAST_ROW),
      left: columnOf(left ?? ''),
      right: Math.min(columnOf(right ?? ''), MAX_COLUMNS),
    });
  }
  return found;
}
