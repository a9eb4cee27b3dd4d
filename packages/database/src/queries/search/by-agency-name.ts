import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a plan or document of that alias holds the pattern in its own words, or in the name of an agency it stands
 * or stood under: after a merger it is found by the old name and by the new one.
 */
export function holdsOrStoodUnder(alias: string, pattern: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column('search')} like ${pattern} or exists (
    select from agency named
    where (named.code = ${column('lead_agency')} or named.code = any(${column('former_agencies')}))
      and named.search like ${pattern}))`;
}
