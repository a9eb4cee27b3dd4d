import { z } from 'zod';
import { hashOf } from '../hash.ts';
import { LINE_MAX, text } from '../text.ts';
import { plain } from './plain.ts';

const HEADING_MAX = 500;
/** What a spreadsheet reader takes; see the readers of imports. */
const COLUMNS_MAX = 200;

/**
 * A column by its heading, so that it is found wherever it stands in the next file. `nth`: of several with the same
 * heading, also of several without one.
 */
export const columnRef = z.strictObject({
  heading: text(HEADING_MAX),
  nth: z.int().min(1).max(COLUMNS_MAX).default(1),
});
export type ColumnRef = z.infer<typeof columnRef>;

const source = z.discriminatedUnion('from', [
  columnRef.extend({ from: z.literal('column') }),
  /** The same in every row, for what the spreadsheet says only in its title or not at all. */
  z.strictObject({ from: z.literal('constant'), value: text(LINE_MAX) }),
]);
export type Source = z.infer<typeof source>;

const fieldKey = z.string().regex(/^[a-zA-Z]{1,60}$/);

/** How somebody's own spreadsheet becomes rows of an import. */
export const columnMapping = z.strictObject({
  /** Where each field comes from; those left out stay blank. */
  fields: z.record(fieldKey, source).refine((fields) => Object.keys(fields).length <= COLUMNS_MAX),
  /** What the words of the file mean, for fields that are a choice: “Bộ Tư pháp” is `BTP`. */
  words: z
    .record(fieldKey, z.array(z.strictObject({ word: text(LINE_MAX), code: text(100) })).max(1_000))
    .default({}),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** Names the headings of a file as a set: their order and their accents may change, and it is still the same file. */
export const headingSetOf = (headings: readonly string[]): string =>
  hashOf(
    headings
      .map(plain)
      .filter((heading) => heading !== '')
      .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  );

/** Each column as a mapping names it. */
export function columnRefs(headings: readonly string[]): ColumnRef[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const nth = (seen.get(plain(heading)) ?? 0) + 1;
    seen.set(plain(heading), nth);
    return { heading: heading.trim(), nth };
  });
}

/** The place of a column among the headings of a file, or null. */
export function placeOf(ref: ColumnRef, headings: readonly string[]): number | null {
  let left = ref.nth;
  for (const [place, heading] of headings.entries()) {
    if (plain(heading) !== plain(ref.heading)) continue;
    left -= 1;
    if (left === 0) return place;
  }
  return null;
}
