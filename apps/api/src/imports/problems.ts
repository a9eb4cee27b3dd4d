import type { ImportProblem } from '@tinhgon/rules/views/import';
import { textOf } from './parse-cell.ts';
import { type Language, sentenceFor } from '../errors/sentence.ts';
import { headingOf, type ColumnKey } from './words.ts';

export type ProblemCode = ImportProblem['code'];

/** One thing wrong in a file, before it is put into a sentence. */
export interface Finding {
  readonly row: number;
  readonly column: ColumnKey | null;
  readonly code: ProblemCode;
  readonly value?: unknown;
  readonly details?: Readonly<Record<string, string | number>>;
  /** The heading as the file wrote it, where it is not one of ours. */
  readonly heading?: string;
}

const VALUE_MAX = 200;

export function problemOf(finding: Finding, language: Language, headings: Headings): ImportProblem {
  const { row, column, code, value, details, heading } = finding;
  const name = heading ?? (column && (headings.get(column) ?? headingOf(column, language)));
  const about = { ...details, ...(name ? { column: name } : {}) };
  return {
    row,
    column: name,
    code,
    value: value === undefined || value === null ? null : shown(value),
    // Import codes have their sentences beside the error codes, made the same way.
    message: sentenceFor({ code: code as 'INVALID_INPUT', details: about }, language),
  };
}

export type Headings = ReadonlyMap<ColumnKey, string>;

function shown(value: unknown): string {
  const read = textOf(value);
  const text = 'value' in read ? read.value : JSON.stringify(value);
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}…` : text;
}
