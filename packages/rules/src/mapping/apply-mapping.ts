import type { MappingField } from './field.ts';
import type { ColumnMapping } from './mapping.ts';
import { placeOf } from './mapping.ts';
import { officeDate, officeNumber } from './office-values.ts';
import { plain } from './plain.ts';
import { Choices } from './suggest-choice.ts';

/** A row of the sheet, by the number the spreadsheet shows. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly unknown[];
}

/** A cell as somebody mended it on screen: of a field, in a row. Empty text empties it. */
export interface Correction {
  readonly row: number;
  readonly field: string;
  readonly value: string;
}

/** A word of a choice that the list does not know as it stands. */
export interface UnknownWord {
  readonly field: string;
  readonly word: string;
  readonly rows: number;
  /** The first row it stands in. */
  readonly row: number;
  /** What it might mean: offered, never taken. */
  readonly suggestion: string | null;
}

export interface Applied {
  /** The fields that are filled, in the order of `cells`. */
  readonly keys: readonly string[];
  /** Where each of them stands in the sheet; null for a constant. */
  readonly places: readonly (number | null)[];
  readonly rows: readonly SheetRow[];
  /** As the file or the correction had them, for what is shown. */
  readonly written: ReadonlyMap<number, readonly unknown[]>;
  readonly unknownWords: readonly UnknownWord[];
  /** Fields whose column this file does not have. */
  readonly lacking: readonly string[];
  /** Rows that only number the columns, `(1) (2) (3)`: left out, and said. */
  readonly numbering: readonly number[];
}

export interface OrderOfMapping {
  readonly fields: readonly MappingField[];
  readonly mapping: ColumnMapping;
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly corrections?: readonly Correction[];
  /** Rows not to be taken: totals, headings of groups, signatures below the table. */
  readonly leftOut?: readonly number[];
}

/**
 * Turns the rows of somebody's own spreadsheet into those of an import. Only the way things are written is
 * changed here; whether they are right is judged afterwards, as for every other file.
 */
export function applyMapping({ rows, ...order }: OrderOfMapping): Applied {
  const begun = beginMapping(order);
  begun.take(rows);
  return begun.applied();
}

/** The same a part at a time, for files so large that others must have a turn between. */
export function beginMapping(order: Omit<OrderOfMapping, 'rows'>): {
  readonly take: (rows: readonly SheetRow[]) => void;
  readonly applied: () => Applied;
} {
  const { fields, mapping, headings } = order;
  const used = fields.flatMap((field) => {
    const source = mapping.fields[field.key];
    if (!source) return [];
    const place = source.from === 'column' ? placeOf(source, headings) : null;
    return [{ field, source, place }];
  });
  const lacking = used.flatMap(({ field, source, place }) =>
    source.from === 'column' && place === null ? [field.key] : [],
  );
  const filled = used.filter(({ source, place }) => source.from === 'constant' || place !== null);
  const readers = filled.map(({ field }) => new CellReader(field, mapping.words[field.key] ?? []));
  const corrected = new Map(
    (order.corrections ?? []).map(({ row, field, value }) => [`${row} ${field}`, value] as const),
  );
  const leftOut = new Set(order.leftOut);
  const written = new Map<number, readonly unknown[]>();
  const numbering: number[] = [];
  const rows: SheetRow[] = [];
  const take = (row: number, cells: readonly unknown[]): void => {
    if (leftOut.has(row)) return;
    if (rows.length === 0 && numbersColumns(cells)) {
      numbering.push(row);
      return;
    }
    const own = filled.map(({ field, source, place }) => {
      const mended = corrected.get(`${row} ${field.key}`);
      if (mended !== undefined) return mended;
      return source.from === 'constant' ? source.value : cells[place ?? -1];
    });
    // A row that has nothing of its own is a blank one or a remark beside the table.
    if (own.every((cell, at) => isBlank(cell) || filled[at]?.source.from === 'constant')) return;
    written.set(row, own);
    rows.push({ row, cells: own.map((cell, at) => readers[at]?.read(cell, row)) });
  };
  return {
    take: (some) => {
      for (const { row, cells } of some) take(row, cells);
    },
    applied: () => ({
      keys: filled.map(({ field }) => field.key),
      places: filled.map(({ place }) => place),
      rows,
      written,
      unknownWords: readers.flatMap((reader) => reader.unknownWords()),
      lacking,
      numbering,
    }),
  };
}

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** `(1)`, `(2)`, `(3)` below the headings, as official tables have them. */
function numbersColumns(cells: readonly unknown[]): boolean {
  const numbers = cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => Number(/^\(?(\d{1,3})\)?$/.exec(String(cell).trim())?.[1] ?? 'NaN'));
  const [first = Number.NaN] = numbers;
  return numbers.length > 1 && first <= cells.length && numbers.every((one, at) => one === first + at);
}

/** Between values of one cell. */
const BETWEEN = /\r?\n|;/;

const valuesIn = (cell: string, between: RegExp | string): string[] =>
  cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads the cells of one field, and remembers the words it does not know. */
class CellReader {
  readonly #field: MappingField;
  readonly #choices: Choices;
  readonly #meant: ReadonlyMap<string, string>;
  readonly #known = new Map<string, string | null>();
  readonly #unknown = new Map<string, { word: string; rows: number; row: number }>();

  constructor(field: MappingField, words: ColumnMapping['words'][string]) {
    this.#field = field;
    this.#choices = new Choices(field.choices);
    this.#meant = new Map(words.map(({ word, code }) => [plain(word), code]));
  }

  read(cell: unknown, row: number): unknown {
    if (isBlank(cell)) return cell;
    switch (this.#field.shape) {
      case 'date':
        return cell instanceof Date ? cell : (officeDate(cell) ?? cell);
      case 'number':
        return officeNumber(cell) ?? cell;
      case 'choice':
        return this.#choice(cell, row);
      default:
        return cell;
    }
  }

  unknownWords(): UnknownWord[] {
    return [...this.#unknown.values()].map(({ word, rows, row }) => ({
      field: this.#field.key,
      word,
      rows,
      row,
      suggestion: this.#choices.close(word),
    }));
  }

  #choice(cell: unknown, row: number): unknown {
    if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
    const whole = String(cell).normalize('NFC').trim();
    if (!this.#field.list) return this.#code(whole, row);
    return valuesIn(whole, BETWEEN)
      .flatMap((part) => {
        // “sửa đổi, bổ sung” is one word of its list, although it holds a comma; “Bộ Công an, Bộ Y tế” are two.
        const parts = this.#meaning(part) === null ? valuesIn(part, ',') : [part];
        return parts.every((one) => this.#meaning(one) !== null) ? parts : [part];
      })
      .map((part) => this.#code(part, row))
      .join('; ');
  }

  #code(word: string, row: number): string {
    const code = this.#meaning(word);
    if (code !== null) return code;
    const key = plain(word);
    const before = this.#unknown.get(key);
    this.#unknown.set(key, {
      word: before?.word ?? word,
      rows: (before?.rows ?? 0) + 1,
      row: before?.row ?? row,
    });
    return word;
  }

  /** The code a word stands for, as taught or as the list has it. */
  #meaning(word: string): string | null {
    const key = plain(word);
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const code = this.#meant.get(key) ?? this.#choices.named(word);
    this.#known.set(key, code);
    return code;
  }
}
