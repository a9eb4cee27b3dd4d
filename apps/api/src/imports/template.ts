import type { ImportKind } from '@tinhgon/rules/views/import';
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../errors/sentence.ts';
import { kindOfImport } from './kinds/all-kinds.ts';
import { headingOf } from './words.ts';

/**
 * An empty file of a kind: headings in the reader's language and one example line. With a byte order mark,
 * without which Excel takes UTF-8 for something else.
 */
export function templateOf(kind: ImportKind, language: Language): string {
  const columns = kindOfImport(kind).columns.filter(({ rare }) => !rare);
  const headings = columns.map(({ key }) => headingOf(key, language));
  return stringify([headings, columns.map(({ example }) => example)], {
    bom: true,
    record_delimiter: 'windows',
  });
}
