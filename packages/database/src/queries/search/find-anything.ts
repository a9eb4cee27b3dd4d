import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import { FINDABLE, type searchView } from '@tinhgon/rules/views/catalogue';
import type { Db } from '../../schema.ts';
import { holdsOrStoodUnder } from './by-agency-name.ts';
import { codeBegins, firstByName } from './first-by-name.ts';
import { holdsWord } from './holds-word.ts';
import { searchPatterns } from '../../search-key.ts';
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
  const asks = FINDABLE.filter((kind) => asked.kinds?.includes(kind) ?? true);
  if (patterns.length === 0 || asks.length === 0) return [];
  const all = (conditions: readonly RawBuilder<boolean>[]) =>
    sql<boolean>`(${sql.join(conditions, sql` and `)})`;
  const matches = all(patterns.map((pattern) => holdsWord('search', pattern)));
  const under = (table: 'plan' | 'document') =>
    all(patterns.map((pattern) => holdsOrStoodUnder(table, pattern)));
  const seen = visiblePlans(actor);
  const procedures = firstByName(asked, {
    table: 'procedure',
    columns: sql`name_vi as title, true as own, null::text as agency`,
    name: 'name_vi',
    own: matches,
    any: matches,
  });
  const plans = firstByName(asked, {
    table: 'plan',
    columns: sql`name as title, ${matches} as own, lead_agency as agency`,
    name: 'name',
    own: sql<boolean>`(${matches} and ${seen})`,
    any: sql<boolean>`(${under('plan')} and ${seen})`,
  });
  const places: Record<Found['kind'], RawBuilder<unknown>> = {
    procedure: procedures.found,
    plan: plans.found,
    document: sql`select 'document' as kind, code, title, ${matches} as own, lead_agency as agency
      from document where ${under('document')}`,
    bottleneck: sql`
      select 'bottleneck' as kind, code, left(split_part(state->>'what', chr(10), 1), 200) as title, true as own,
        responsible as agency
      from bottleneck where ${matches} and ${visibleBottlenecks(actor)}`,
    campaign: sql`select 'campaign' as kind, code, title, true as own, null::text as agency
      from campaign where ${matches}`,
    inspection: sql`select 'inspection' as kind, code, subject as title, true as own, agency
      from inspection where ${matches} and ${visibleInspections(actor)}`,
    person: sql`select 'person' as kind, id as code, name as title, true as own, agency
      from person where active and ${matches}`,
    agency: sql`select 'agency' as kind, code, name_vi as title, true as own, successor as agency
      from agency where ${matches}`,
  };
  const { rows } = await sql<{
    kind: Found['kind'];
    code: string;
    title: string;
    ministry: string | null;
    name_vi: string | null;
    name_en: string | null;
  }>`
    with near_procedure as materialized (${procedures.near}),
    near_plan as materialized (${plans.near}),
    found as (
      ${sql.join(
        asks.map((kind) => sql`(${places[kind]})`),
        sql` union all `,
      )}
    ),
    best as (
      select *, row_number() over (
        order by own desc, ${codeBegins(asked.q)} desc, title collate "vi-x-icu", code) as place
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
