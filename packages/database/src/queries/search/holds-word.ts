import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a search column matches a pattern of `searchPatterns`. A word of less than three letters is in no trigram: an
 * index asked for it hands out every row, which are then all read again. `textlike` is the same comparison under a name
 * that no index goes by.
 */
export function holdsWord(search: string, pattern: string): RawBuilder<boolean> {
  const column = sql.ref(search);
  const letters = pattern.slice(1, -1).replaceAll('\\', '').length;
  return letters < 3
    ? sql<boolean>`textlike(${column}, ${pattern})`
    : sql<boolean>`${column} like ${pattern}`;
}
