import type { Column } from './import-kind.ts';
import type { Finding, Headings } from './problems.ts';
import { plain } from '@tinhgon/rules/mapping/plain';
import { type ColumnKey, spellingsOf } from './words.ts';

export interface Matched {
  /** Where each column stands, and as what. */
  readonly places: ReadonlyMap<ColumnKey, number>;
  readonly headings: Headings;
  readonly findings: readonly Finding[];
}

/** Finds the columns of a kind in a file's first row, in Vietnamese or English, accents and case ignored. */
export function matchHeadings(columns: readonly Column[], headings: readonly string[]): Matched {
  const keys = new Map(
    columns.flatMap(({ key }) => spellingsOf(key).map((spelling) => [spelling, key] as const)),
  );
  const places = new Map<ColumnKey, number>();
  const names = new Map<ColumnKey, string>();
  const findings: Finding[] = [];
  for (const [place, heading] of headings.entries()) {
    if (plain(heading) === '') continue;
    const key = keys.get(plain(heading));
    if (!key) findings.push({ row: 1, column: null, code: 'UNKNOWN_COLUMN', heading: heading.slice(0, 100) });
    else if (places.has(key))
      findings.push({ row: 1, column: key, code: 'DUPLICATE', heading: heading.slice(0, 100) });
    else {
      places.set(key, place);
      names.set(key, heading);
    }
  }
  for (const { key, required } of columns) {
    if (required && !places.has(key)) findings.push({ row: 1, column: key, code: 'MISSING_COLUMN' });
  }
  return { places, headings: names, findings };
}
