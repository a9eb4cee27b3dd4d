import type { AsAt } from '@tinhgon/rules/counting';
import { addDays, startOfDay } from '@tinhgon/rules/days';
import type { LocalName } from '@tinhgon/rules/views/common';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { momentThen } from '../steps/open-on.ts';

/** Names of plans and documents at the end of a day, as far as was known at a moment; of one brought in later the first. */
export async function titlesThen(
  db: Db,
  kind: 'plan' | 'document',
  codes: readonly string[],
  asked: AsAt,
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; title: string }>`
    select code, ${titleThen(sql.lit(kind), sql.ref('code'), asked)} as title
    from unnest(${[...new Set(codes)]}::text[]) code`.execute(db);
  return new Map(rows.flatMap(({ code, title }) => (title === null ? [] : [[code, title] as const])));
}

/** The same as a column. */
export const titleThen = (kind: RawBuilder<unknown>, code: RawBuilder<unknown>, asked: AsAt) => {
  const endOfDay = sql`${startOfDay(addDays(asked.asAt, 1))}::timestamptz`;
  return sql<string>`(
    select named.title from subject_period named
    where named.kind = ${kind} and named.code = ${code} and named.known_from <= ${asked.knownAt}::timestamptz
    order by named.from_at < ${endOfDay} desc, case when named.from_at < ${endOfDay} then named.from_at end desc, named.from_at
    limit 1)`;
};

/**
 * Names of procedures as the catalogue had them at the end of a day, as far as was known at a moment; of one entered later
 * the first.
 */
export async function procedureNamesThen(
  db: Db,
  codes: readonly string[],
  asked: AsAt,
): Promise<ReadonlyMap<string, LocalName>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; name: LocalName }>`
    select p.code, coalesce(${savedAs(sql`and e.written_at <= ${momentThen(asked)}::timestamptz order by seq desc`)},
      ${savedAs(sql`order by seq`)}, jsonb_build_object('vi', p.name_vi, 'en', p.name_en)) as name
    from procedure p where p.code = any(${[...new Set(codes)]}::text[])`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const savedAs = (which: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('vi', payload -> 'procedure' -> 'nameVi', 'en', payload -> 'procedure' -> 'nameEn')
  from event e where e.subject = 'procedure/' || p.code ${which} limit 1)`;
