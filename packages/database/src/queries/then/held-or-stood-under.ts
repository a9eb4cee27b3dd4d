import { type RawBuilder, sql } from 'kysely';

/**
 * Whether what stood so held the pattern in its own words of then, or stood or had stood under one of these agencies; of
 * rows of `subject_period`.
 */
export function heldOrStoodUnderThen(
  alias: string,
  pattern: string,
  agencies: readonly string[],
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const named = sql`${[...agencies]}::text[]`;
  return sql<boolean>`(${column('search')} like ${pattern}
    or ${column('agency')} = any(${named}) or ${column('former_agencies')} && ${named})`;
}
