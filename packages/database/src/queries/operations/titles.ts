import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { Db } from '../../schema.ts';
import { visibleBottlenecks } from '../bottlenecks/visible-bottlenecks.ts';
import { visibleInspections } from '../inspections/visible-inspections.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

/** What an operation can be about, with its name, as far as the reader may see it. */
export const namedSubjects = (actor: Actor) => sql<{ subject: string; title: string }>`
  select 'plan/' || code as subject, name as title from plan where ${visiblePlans(actor)}
  union all
  select 'document/' || code, title from document
  union all
  select 'bottleneck/' || code, state ->> 'what' from bottleneck where ${visibleBottlenecks(actor)}
  union all
  select 'campaign/' || code, title from campaign
  union all
  select 'inspection/' || code, subject from inspection where ${visibleInspections(actor)}
  union all
  select 'person/' || id, name from person`;

export async function titlesOf(
  db: Db,
  actor: Actor,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ subject: string; title: string }>`
    select named.subject, named.title from (${namedSubjects(actor)}) named
    where named.subject = any(${subjects}::text[])`.execute(db);
  return new Map(rows.map(({ subject, title }) => [subject, title]));
}
