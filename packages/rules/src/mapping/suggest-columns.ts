import { z } from 'zod';
import type { MappingField } from './field.ts';
import { CLOSE, likeness, RIVAL, spellingOf, waysOf } from './likeness.ts';

/** `same`: the heading is a known name of the field. `close`: it is like one. `none`: nothing, or several compete. */
export const columnSuggestion = z.object({
  field: z.string(),
  /** Place of the column, from 0. */
  column: z.int().nullable(),
  certainty: z.enum(['same', 'close', 'none']),
  /** Columns that might be meant, where none was taken because they compete, best first. */
  rivals: z.array(z.int()),
});
export type ColumnSuggestion = z.infer<typeof columnSuggestion>;

const RIVALS_MAX = 5;

/**
 * Which column of a file each field probably comes from. A column goes to one field at most. Where two columns
 * compete for a field, or two fields for a column, none is taken and the rivals are named.
 */
export function suggestColumns(
  fields: readonly MappingField[],
  headings: readonly string[],
): ColumnSuggestion[] {
  const ways = headings.map(waysOf);
  const scores = fields.map(({ spellings }) => {
    const known = spellings.map(spellingOf);
    return ways.map((way) => likeness(way, known));
  });
  const score = (field: number, column: number) => scores[field]?.[column] ?? 0;
  const places = [...headings.keys()];
  const sameOf = scores.map((row) => places.filter((column) => row[column] === 1));
  const taken = new Map<number, number>();
  for (const [field, [column, ...others]] of sameOf.entries()) {
    if (column === undefined || others.length > 0) continue;
    if (sameOf.some((columns, other) => other !== field && columns.includes(column))) continue;
    taken.set(field, column);
  }
  const given = new Set(taken.values());
  const open = [...fields.keys()].filter((field) => !taken.has(field));
  const free = places.filter((column) => !given.has(column));
  const close = new Map<number, number>();
  for (const field of open) {
    // Several columns of the very name of a field: the reader of the file has to say which.
    if ((sameOf[field]?.length ?? 0) > 0) continue;
    const [best, next] = free.toSorted((a, b) => score(field, b) - score(field, a));
    if (best === undefined || score(field, best) < CLOSE) continue;
    if (next !== undefined && score(field, next) > score(field, best) - RIVAL) continue;
    const contested = open.some(
      (other) => other !== field && score(other, best) > score(field, best) - RIVAL,
    );
    if (!contested) close.set(field, best);
  }
  const gone = new Set([...given, ...close.values()]);
  return fields.map(({ key }, field) => {
    const sure = taken.get(field);
    if (sure !== undefined) return { field: key, column: sure, certainty: 'same', rivals: [] };
    const likely = close.get(field);
    if (likely !== undefined) return { field: key, column: likely, certainty: 'close', rivals: [] };
    const rivals = places
      .filter((column) => !gone.has(column) && score(field, column) >= CLOSE)
      .toSorted((a, b) => score(field, b) - score(field, a))
      .slice(0, RIVALS_MAX);
    return { field: key, column: null, certainty: 'none', rivals };
  });
}
