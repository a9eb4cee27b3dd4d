import type { LegalDate } from '@tinhgon/rules/days';
import { codeSchema, LINE_MAX, text } from '@tinhgon/rules/text';
import type { z } from 'zod';
import { codeListOf, dateOf, decimalOf, integerOf, listOf, type Parsed, textOf } from './parse-cell.ts';
import type { Finding, ProblemCode } from './problems.ts';
import { type Cell, isBlank } from './table.ts';
import { codeOfWord, type ColumnKey, type ListName } from './words.ts';

/**
 * Reads one row by column. What is blank or absent is null; what cannot be read is noted and null, so that one
 * pass finds everything wrong with a row.
 */
export class RowReader {
  readonly row: number;
  readonly findings: Finding[] = [];
  readonly #cell: (column: ColumnKey) => Cell;

  constructor(row: number, cell: (column: ColumnKey) => Cell) {
    this.row = row;
    this.#cell = cell;
  }

  has(column: ColumnKey): boolean {
    return !isBlank(this.#cell(column));
  }

  raw(column: ColumnKey): Cell {
    return this.has(column) ? this.#cell(column) : null;
  }

  note(column: ColumnKey | null, code: ProblemCode, details?: Finding['details']): void {
    this.findings.push({
      row: this.row,
      column,
      code,
      value: column && this.raw(column),
      ...(details ? { details } : {}),
    });
  }

  require<T>(column: ColumnKey, value: T | null): T | null {
    if (value === null && !this.has(column)) this.note(column, 'REQUIRED');
    return value;
  }

  text(column: ColumnKey, max = LINE_MAX): string | null {
    return this.#parse(column, (cell) => checked(textOf(cell), text(max), { max }));
  }

  code(column: ColumnKey): string | null {
    return this.#parse(column, (cell) => checked(textOf(cell), codeSchema));
  }

  codes(column: ColumnKey): string[] {
    return this.#each(column, codeListOf, (cell) => checked(textOf(cell), codeSchema));
  }

  lines(column: ColumnKey): string[] {
    return this.#each(column, listOf, (cell) => checked(textOf(cell), text(LINE_MAX), { max: LINE_MAX }));
  }

  date(column: ColumnKey): LegalDate | null {
    return this.#parse(column, dateOf);
  }

  integer(column: ColumnKey, { min, max }: { min: number; max: number }): number | null {
    return this.#parse(column, (cell) => {
      const parsed = integerOf(cell);
      return 'value' in parsed && (parsed.value < min || parsed.value > max)
        ? { code: 'INVALID_INPUT' }
        : parsed;
    });
  }

  decimal(column: ColumnKey): number | null {
    return this.#parse(column, decimalOf);
  }

  oneOf<T extends string>(column: ColumnKey, list: ListName, allowed: readonly T[]): T | null {
    return this.#parse(column, (cell) => member(cell, list, allowed));
  }

  someOf<T extends string>(column: ColumnKey, list: ListName, allowed: readonly T[]): T[] {
    return this.#each(column, listOf, (cell) => member(cell, list, allowed));
  }

  flag(column: ColumnKey): boolean {
    const answer = this.#parse(column, (cell) =>
      typeof cell === 'boolean'
        ? { value: cell ? 'yes' : 'no' }
        : member(FLAGS[String(cell).trim().toLowerCase()] ?? cell, 'flag', ['yes', 'no']),
    );
    return answer === 'yes';
  }

  /** A whole object, which only json can hold, judged by `schema`. */
  object<T>(column: ColumnKey, schema: z.ZodType<T>): T | null {
    return this.#parse(column, (cell) => {
      const read = schema.safeParse(cell);
      return read.success ? { value: read.data } : { code: 'INVALID_INPUT' };
    });
  }

  #parse<T>(column: ColumnKey, parse: (cell: Cell) => Parsed<T> | Noted): T | null {
    if (!this.has(column)) return null;
    const parsed = parse(this.#cell(column));
    if ('value' in parsed) return parsed.value;
    this.note(column, parsed.code, 'details' in parsed ? parsed.details : undefined);
    return null;
  }

  #each<T>(
    column: ColumnKey,
    split: (cell: Cell) => readonly Cell[],
    parse: (cell: Cell) => Parsed<T> | Noted,
  ): T[] {
    if (!this.has(column)) return [];
    const found = split(this.#cell(column)).map(parse);
    const wrong = found.find((parsed) => !('value' in parsed));
    if (wrong && 'code' in wrong) this.note(column, wrong.code);
    return [...new Set(found.flatMap((parsed) => ('value' in parsed ? [parsed.value] : [])))];
  }
}

interface Noted {
  readonly code: ProblemCode;
  readonly details?: Finding['details'];
}

const FLAGS: Readonly<Record<string, string>> = { '1': 'yes', '0': 'no', true: 'yes', false: 'no', x: 'yes' };

function checked(
  parsed: Parsed<string>,
  schema: z.ZodType<string>,
  details?: Finding['details'],
): Parsed<string> | Noted {
  if ('code' in parsed) return parsed;
  const read = schema.safeParse(parsed.value);
  if (read.success) return { value: read.data };
  const tooLong = read.error.issues.some(({ code }) => code === 'too_big');
  return { code: 'INVALID_INPUT', ...(details && tooLong ? { details } : {}) };
}

function member<T extends string>(cell: Cell, list: ListName, allowed: readonly T[]): Parsed<T> {
  const parsed = textOf(cell);
  if ('code' in parsed) return { code: 'NOT_IN_LIST' };
  const code = codeOfWord(list, parsed.value);
  const found = allowed.find((item) => item === code);
  return found === undefined ? { code: 'NOT_IN_LIST' } : { value: found };
}
