import type { KnownCodes } from '@tinhgon/database/imports/known-codes';
import type { ImportRows } from '@tinhgon/database/imports/rows';
import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/days';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type { RowReader } from './row-reader.ts';
import type { ColumnKey } from './words.ts';

export interface Column {
  readonly key: ColumnKey;
  /** The file must have this column. Whether a cell may be blank is decided row by row. */
  readonly required?: true;
  /** What the template shows. */
  readonly example: string;
  /** Left out of the template: for those who move old records. */
  readonly rare?: true;
}

export interface Surroundings {
  readonly known: KnownCodes;
  readonly today: LegalDate;
  /** Who imports. */
  readonly actor: Actor;
  /** Codes this very file brings along, where rows may name each other. */
  readonly inFile: ReadonlySet<string>;
}

/** How one kind of file is read. */
export interface KindOfImport<K extends ImportKind, Line = ImportRows[K]> {
  readonly kind: K;
  readonly columns: readonly Column[];
  /** What one line says; whatever is wrong with it is noted at the reader. */
  readonly read: (reader: RowReader, around: Surroundings) => Line | null;
  /** Lines with the same key say the same thing twice; `at` is the column to point at. */
  readonly key: (line: Line) => string;
  readonly keyColumn: ColumnKey;
  /** Several lines may make one row. */
  readonly gather: (lines: readonly Line[]) => readonly ImportRows[K][];
  /** The cells a continuing line leaves blank and has from the line before: all but these. */
  readonly continues?: { readonly by: ColumnKey; readonly own: readonly ColumnKey[] };
}

export const asTheyAre = <T>(lines: readonly T[]): readonly T[] => lines;
