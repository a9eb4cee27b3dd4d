import { type RawBuilder, sql } from 'kysely';
import { holdsWord } from './holds-word.ts';

/**
 * Whether a plan or document of that alias holds the pattern in its own words, or in the name of an agency it stands
 * or stood under: after a merger it is found by the old name and by the new one.
 */
export function holdsOrStoodUnder(alias: string, pattern: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  // Few agencies hold the pattern: gathered first, so that each part of the condition has an index.
  const named = sql`array(select code from agency where search like ${pattern})`;
  return sql<boolean>`(${holdsWord(`${alias}.search`, pattern)}
    or ${column('lead_agency')} = any(${named}) or ${column('former_agencies')} && ${named})`;
}
