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
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw refuse('INVALID_INPUT', { field: 'file', details: { reason: 'utf8' } });
  }
  const [headings = [], ...body] = records(text);
  const rows = body
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => !cells.every(isBlank));
  return { headings, rows };
}

function records(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 2,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse('INVALID_INPUT', {
      field: 'file',
      details: { reason: 'csv', line: Number(error['lines'] ?? 0) },
    });
  }
}

/** The separator that stands most often in the heading, outside quotes. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (delimiter: string) => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
