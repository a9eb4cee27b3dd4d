import { setImmediate } from 'node:timers/promises';
import type { ImportRows } from '@tinhgon/database/imports/rows';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type { KindOfImport, Surroundings } from './import-kind.ts';
import { textOf } from './parse-cell.ts';
import { matchHeadings, type Matched } from './match-headings.ts';
import type { Finding, Headings } from './problems.ts';
import { RowReader } from './row-reader.ts';
import { type Cell, isBlank, type Table } from './table.ts';
import type { ColumnKey } from './words.ts';

/** Rows checked between two turns of the event loop: decisions of others must not wait for a large file. */
const TURN_ROWS = 500;
/** People mend a file in rounds; ten thousand sentences about one wrong column help nobody. */
export const MAX_FINDINGS = 1_000;

export interface Checked<K extends ImportKind> {
  readonly rows: readonly ImportRows[K][];
  /** The lines the rows were gathered from, by the file's own numbers. */
  readonly lines: readonly { readonly row: number; readonly line: unknown }[];
  /** In the order of the file; at most MAX_FINDINGS. */
  readonly findings: readonly Finding[];
  readonly headings: Headings;
}

/**
 * Judges every row of a file against the catalogue and against the other rows. `onProgress` hears how many rows
 * have been looked at.
 */
export async function checkTable<K extends ImportKind>(
  kind: KindOfImport<K, unknown>,
  table: Table,
  around: Omit<Surroundings, 'inFile'>,
  onProgress: (done: number) => void,
): Promise<Checked<K>> {
  const matched = matchHeadings(kind.columns, table.headings);
  const findings: Finding[] = [...matched.findings];
  // Without its columns a row cannot be judged.
  if (findings.some(({ code }) => code !== 'UNKNOWN_COLUMN')) {
    return { rows: [], lines: [], findings, headings: matched.headings };
  }
  const rows = kind.continues ? continued(table.rows, kind.continues, matched) : table.rows;
  const surroundings: Surroundings = { ...around, inFile: codesIn(rows, matched) };
  const lines: { row: number; line: unknown }[] = [];
  const seen = new Map<string, number>();
  for (const [index, { row, cells }] of rows.entries()) {
    const reader = new RowReader(row, (column) => cells[matched.places.get(column) ?? -1]);
    const line = kind.read(reader, surroundings);
    if (line !== null) {
      const first = seen.get(kind.key(line));
      if (first !== undefined) reader.note(kind.keyColumn, 'DUPLICATE', { row: first });
      seen.set(kind.key(line), first ?? row);
      lines.push({ row, line });
    }
    if (findings.length < MAX_FINDINGS) findings.push(...reader.findings);
    if ((index + 1) % TURN_ROWS === 0) {
      onProgress(index + 1);
      await setImmediate();
    }
  }
  onProgress(rows.length);
  return {
    rows: kind.gather(lines.map(({ line }) => line)),
    lines,
    findings: findings.slice(0, MAX_FINDINGS),
    headings: matched.headings,
  };
}

function codesIn(rows: Table['rows'], { places }: Matched): ReadonlySet<string> {
  const place = places.get('code');
  if (place === undefined) return new Set();
  const codes = rows.map(({ cells }) => textOf(cells[place]));
  return new Set(codes.flatMap((read) => ('value' in read ? [read.value] : [])));
}

/** Lines that leave `by` blank or repeat it belong to the line above, and have from it what they leave blank. */
function continued(
  rows: Table['rows'],
  { by, own }: NonNullable<KindOfImport<ImportKind>['continues']>,
  { places }: Matched,
): Table['rows'] {
  const place = places.get(by) ?? -1;
  const ownPlaces = new Set(own.map((key: ColumnKey) => places.get(key)));
  let above: readonly Cell[] = [];
  return rows.map(({ row, cells }) => {
    const belongs = above.length > 0 && (isBlank(cells[place]) || cells[place] === above[place]);
    const whole = belongs
      ? Array.from({ length: Math.max(cells.length, above.length) }, (_, at) =>
          isBlank(cells[at]) && !ownPlaces.has(at) ? above[at] : cells[at],
        )
      : cells;
    above = whole;
    return { row, cells: whole };
  });
}
