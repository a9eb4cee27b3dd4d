import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '../../errors/refusal.ts';
import { isBlank, MAX_ROWS, type Table } from '../table.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads comma, semicolon or tab separated text in UTF-8, with or without a byte order mark. Cells are taken as
 * they stand: a formula is text.
 *
 * Throws Refusal INVALID_INPUT (not UTF-8, quotes that do not close), TOO_LARGE (too many rows).
 */
export function readCsv(bytes: Uint8Array): Table {
  const [headings = [], ...body] = readCsvLines(bytes, 1);
  const rows = body
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => !cells.every(isBlank));
  return { headings, rows };
}

/**
 * All lines as they stand, one more than an import takes where there are too many. The headings are among the first
 * `sampleLines`, from which the separator is told: titles above them have none.
 */
export function readCsvLines(bytes: Uint8Array, sampleLines: number): string[][] {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw refuse('INVALID_INPUT', { field: 'file', details: { reason: 'utf8' } });
  }
  try {
    return parse(text, {
      delimiter: delimiterOf(text, sampleLines),
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_ROWS + sampleLines + 1,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse('INVALID_INPUT', {
      field: 'file',
      details: { reason: 'csv', line: Number(error['lines'] ?? 0) },
    });
  }
}

/** The separator that stands most often in the first lines, outside quotes. */
export function delimiterOf(text: string, lines = 1): (typeof DELIMITERS)[number] {
  const counts = new Map<string, number>();
  let quoted = false;
  let left = lines;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      left -= 1;
      if (left <= 0) break;
    } else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (delimiter: string) => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
