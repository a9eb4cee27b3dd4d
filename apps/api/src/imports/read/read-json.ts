import { refuse } from '../../errors/refusal.ts';
import { readJson } from '../../http/read-json.ts';
import { isBlank, type Table } from '../table.ts';

/**
 * Reads a list of objects, or `{ "rows": [...] }`. The first element is row 1. A list of objects under
 * `measures` stands for one row each, together with its parent's other values.
 *
 * Throws Refusal INVALID_INPUT.
 */
export function readJsonTable(bytes: Uint8Array): Table {
  const value = readJson(
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
  );
  const list: unknown = isObject(value) ? value['rows'] : value;
  if (!Array.isArray(list)) throw refuse('INVALID_INPUT', { field: 'rows', details: { reason: 'rows' } });
  const headings = new Map<string, number>();
  const rows = list.flatMap((item: unknown, index) => {
    if (!isObject(item)) {
      throw refuse('INVALID_INPUT', { field: `rows.${index}`, details: { reason: 'rows' } });
    }
    return flat(item).map((record) => ({ row: index + 1, cells: cellsOf(record, headings) }));
  });
  return { headings: [...headings.keys()], rows: rows.filter(({ cells }) => !cells.every(isBlank)) };
}

function flat(item: Record<string, unknown>): Record<string, unknown>[] {
  const { measures, ...parent } = item;
  if (!Array.isArray(measures) || measures.length === 0 || !measures.every(isObject)) return [item];
  return measures.map((measure, index) =>
    index === 0 ? { ...parent, ...measure } : { code: parent['code'], ...measure },
  );
}

function cellsOf(record: Record<string, unknown>, headings: Map<string, number>): unknown[] {
  const cells: unknown[] = [];
  for (const [heading, value] of Object.entries(record)) {
    const column = headings.get(heading) ?? headings.size;
    headings.set(heading, column);
    cells[column] = value;
  }
  return cells;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
