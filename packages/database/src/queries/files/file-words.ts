import { type RawBuilder, sql } from 'kysely';
import { searchKey, searchPatterns } from '../../search-key.ts';

const BEFORE = 60;
const EXCERPT = 200;

export interface FileWords {
  readonly matches: RawBuilder<boolean>;
  /** Words around the first of those asked for; empty when only the name has them. */
  readonly excerpt: RawBuilder<string>;
}

/**
 * Conditions on `attached_file f left join file_text t`: its name or its words hold every word asked for, accents and
 * case ignored. Null when nothing is asked.
 */
export function fileWords(q: string): FileWords | null {
  const patterns = searchPatterns(q);
  if (patterns.length === 0) return null;
  const [first = ''] = searchKey(q).split(' ');
  const at = sql`greatest(strpos(t.search, ${first}) - ${BEFORE}, 1)::int`;
  return {
    matches: sql<boolean>`(${sql.join(
      patterns.map((pattern) => sql`(f.search like ${pattern} or t.search like ${pattern})`),
      sql` and `,
    )})`,
    excerpt: sql<string>`case when coalesce(strpos(t.search, ${first}), 0) = 0 then ''
      else substr(t.text, ${at}, ${EXCERPT}) end`,
  };
}

/** An excerpt cut at blanks, so that no word stands there half. */
export const wholeWords = (text: string): string =>
  text.length < EXCERPT ? text : text.replace(/^\S*\s/, '').replace(/\s\S*$/, '');
