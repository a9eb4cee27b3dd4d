import type { AsAt } from '@tinhgon/rules/counting';
import type { Instant } from '@tinhgon/rules/days';
import type { Agency } from '@tinhgon/rules/views/catalogue';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { searchKey } from '../../search-key.ts';
import type { AgencyRef } from '../agency-refs.ts';

type Names = Pick<Agency, 'code' | 'nameVi' | 'nameEn' | 'formerNames' | 'successor'>;

/**
 * What the record said of agencies by a moment: the last that was written of each by then, or the first, where nothing
 * was. All agencies without `codes`.
 */
export async function agenciesThen(
  db: Db,
  { knownAt }: Pick<AsAt, 'knownAt'>,
  codes?: readonly string[],
): Promise<Names[]> {
  const { rows } = await sql<{ agency: Names }>`
    select coalesce(
      (select payload -> 'agency' from event e where e.subject = 'agency/' || a.code
        and e.written_at <= ${knownAt}::timestamptz order by seq desc limit 1),
      (select payload -> 'agency' from event e where e.subject = 'agency/' || a.code order by seq limit 1),
      jsonb_build_object('code', code, 'nameVi', name_vi, 'nameEn', name_en, 'formerNames', former_names,
        'successor', successor)) as agency
    from agency a
    where ${codes === undefined ? sql`true` : sql`a.code = any(${[...new Set(codes)]}::text[])`}`.execute(db);
  return rows.map(({ agency }) => agency);
}

/** Names agencies as they were called on a day, as far as was known at a moment; one that is not in the catalogue goes by its code. */
export async function agencyRefsThen(
  db: Db,
  codes: readonly string[],
  asked: AsAt,
): Promise<(code: string) => AgencyRef> {
  const found = codes.length === 0 ? [] : await agenciesThen(db, asked, codes);
  const names = new Map(found.map((agency) => [agency.code, nameOn(agency, asked.asAt)]));
  return (code) => ({ code, name: names.get(code) ?? { vi: code, en: null } });
}

/** The name an agency bore on a day: of those it no longer bears the one that ended last after it. */
export function nameOn({ nameVi, nameEn, formerNames }: Names, day: string): AgencyRef['name'] {
  const former = formerNames?.find(({ until }) => day <= until);
  return former ? { vi: former.nameVi, en: former.nameEn } : { vi: nameVi, en: nameEn };
}

/** For each pattern the codes of the agencies that bore a name with it, as far as was known at a moment. */
export async function agenciesNamedThen(
  db: Db,
  patterns: readonly string[],
  knownAt: Instant,
): Promise<string[][]> {
  if (patterns.length === 0) return [];
  const agencies = (await agenciesThen(db, { knownAt })).map((agency) => ({
    code: agency.code,
    search: searchKey(
      agency.code,
      agency.nameVi,
      agency.nameEn,
      ...(agency.formerNames ?? []).flatMap((name) => [name.nameVi, name.nameEn]),
    ),
  }));
  const { rows } = await sql<{ codes: string[] }>`
    select array(
      select code from json_to_recordset(${JSON.stringify(agencies)}::json) as agency(code text, search text)
      where search like pattern) as codes
    from unnest(${[...patterns]}::text[]) with ordinality as asked(pattern, place) order by place`.execute(
    db,
  );
  return rows.map(({ codes }) => codes);
}
