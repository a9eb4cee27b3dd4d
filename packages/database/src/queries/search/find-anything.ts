import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import { FINDABLE, type searchView } from '@tinhgon/rules/views/catalogue';
import type { Db } from '../../schema.ts';
import { holdsOrStoodUnder } from './by-agency-name.ts';
import { searchKey, searchPatterns } from '../../search-key.ts';
import { visibleBottlenecks } from '../bottlenecks/visible-bottlenecks.ts';
import { visibleInspections } from '../inspections/visible-inspections.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

type Found = z.infer<typeof searchView>[number];

/**
 * Whatever has a code or name that holds every word asked for, accents and case ignored: an agency also by a name it bore.
 * Plans and documents are found by the name of an agency they stand or stood under too, after the others. Those whose
 * code begins with the words come first, then by name. What the reader may not see does not exist.
 */
export async function findAnything(
  db: Db,
  actor: Actor,
  asked: {
    readonly q: string;
    readonly kinds?: readonly Found['kind'][] | undefined;
    readonly limit: number;
  },
): Promise<Found[]> {
  const patterns = searchPatterns(asked.q);
  if (patterns.length === 0) return [];
  const matches = sql.join(
    patterns.map((pattern) => sql`search like ${pattern}`),
    sql` and `,
  );
  const under = (table: 'plan' | 'document') =>
    sql.join(
      patterns.map((pattern) => holdsOrStoodUnder(table, pattern)),
      sql` and `,
    );
  const kinds = asked.kinds ?? FINDABLE;
  const { rows } = await sql<{
    kind: Found['kind'];
    code: string;
    title: string;
    ministry: string | null;
    name_vi: string | null;
    name_en: string | null;
  }>`
    with found as (
      select 'procedure' as kind, code, name_vi as title, true as own, null as agency
      from procedure where 'procedure' = any(${kinds}::text[]) and ${matches}
      union all
      select 'plan', code, name, ${matches}, lead_agency from plan
      where 'plan' = any(${kinds}::text[]) and ${under('plan')} and ${visiblePlans(actor)}
      union all
      select 'document', code, title, ${matches}, lead_agency from document
      where 'document' = any(${kinds}::text[]) and ${under('document')}
      union all
      select 'bottleneck', code, left(split_part(state->>'what', chr(10), 1), 200), true, responsible from bottleneck
      where 'bottleneck' = any(${kinds}::text[]) and ${matches} and ${visibleBottlenecks(actor)}
      union all
      select 'campaign', code, title, true, null from campaign
      where 'campaign' = any(${kinds}::text[]) and ${matches}
      union all
      select 'inspection', code, subject, true, agency from inspection
      where 'inspection' = any(${kinds}::text[]) and ${matches} and ${visibleInspections(actor)}
      union all
      select 'person', id, name, true, agency from person
      where 'person' = any(${kinds}::text[]) and active and ${matches}
      union all
      select 'agency', code, name_vi, true, successor from agency
      where 'agency' = any(${kinds}::text[]) and ${matches}
    ),
    best as (
      select *, row_number() over (
        order by own desc, lower(code) like ${`${searchKey(asked.q)}%`} desc, title collate "vi-x-icu", code) as place
      from found order by place limit ${asked.limit}
    )
    select best.kind, best.code, best.title, held.ministry, agency.name_vi, agency.name_en
    from best
    cross join lateral (
      select case when kind = 'procedure' then (
        select ministry from procedure_ministry m where m.procedure_code = best.code order by "from" desc limit 1
      ) else best.agency end as ministry) held
    left join agency on agency.code = held.ministry
    order by place`.execute(db);
  return rows.map(({ kind, code, title, ministry, name_vi, name_en }) => ({
    kind,
    code,
    title,
    ministry: ministry === null ? null : { code: ministry, name: { vi: name_vi ?? ministry, en: name_en } },
  }));
}
