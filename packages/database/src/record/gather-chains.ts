import type { Actor } from '@tinhgon/rules/actor';
import { sql } from 'kysely';
import type { EventRow } from '../events/recorded-event.ts';
import { visiblePlans } from '../queries/plans/visible-plans.ts';
import type { Db } from '../schema.ts';
import type { Chain } from './bundle.ts';

/**
 * The chains of a plan and of every document it was ever linked to, or of one document. What a document heard of
 * plans that do not exist for the reader is not for them: it is named under `withheld`. Null where there is no such
 * subject for them.
 */
export async function gatherChains(
  db: Db,
  actor: Actor,
  { kind, code }: { readonly kind: 'plan' | 'document'; readonly code: string },
): Promise<{ chains: Chain[]; withheld: string[] } | null> {
  if (kind === 'plan') {
    const plan = await db
      .selectFrom('plan')
      .select('code')
      .where('code', '=', code)
      .where(visiblePlans(actor))
      .executeTakeFirst();
    if (!plan) return null;
  }
  const documents = kind === 'document' ? [code] : await documentsOf(db, code);
  const open = await openDocuments(db, actor, documents);
  const subjects = [
    ...(kind === 'plan' ? [`plan/${code}`] : []),
    ...documents.filter((one) => open.has(one)).map((one) => `document/${one}`),
  ];
  const rows = await db
    .selectFrom('event')
    .select([
      'subject',
      'epoch',
      'seq',
      'version',
      'at',
      'type',
      'actor_id',
      'actor_name',
      'command_id',
      'payload',
      'prev_hash',
      'hash',
    ])
    .where('subject', '=', sql<string>`any(${subjects}::text[])`)
    .orderBy('position')
    .execute();
  const bySubject = new Map<string, EventRow[]>(subjects.map((subject) => [subject, []]));
  for (const row of rows) bySubject.get(row.subject)?.push(row);
  const chains = [...bySubject].flatMap(([subject, events]) =>
    events.length > 0 ? [{ subject, events }] : [],
  );
  if (kind === 'document' && chains.length === 0 && open.has(code)) return null;
  const withheld = documents.filter((one) => !open.has(one)).map((one) => `document/${one}`);
  return { chains, withheld };
}

/** Every document a plan ever named in its measures, was linked to, or heard of. */
async function documentsOf(db: Db, plan: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from document where code in (
      select found.value #>> '{}' from event e, lateral (
        select jsonb_path_query(e.payload, 'strict $.**.documents[*] ? (@.type() == "string")', '{}', true) as value
        union all
        select jsonb_path_query(e.payload, 'strict $.**.documentCode ? (@.type() == "string")', '{}', true)
      ) found
      where e.subject = ${`plan/${plan}`}
      union all
      select document_code from link where plan_code = ${plan})
    order by code`.execute(db);
  return rows.map(({ code }) => code);
}

/** Those of the documents that never heard of a plan the reader may not see. */
async function openDocuments(db: Db, actor: Actor, documents: readonly string[]): Promise<Set<string>> {
  const subjects = documents.map((code) => `document/${code}`);
  const { rows } = await sql<{ code: string }>`
    select distinct heard.code from (
      select substr(e.subject, ${'document/'.length + 1}) as code, found.plan
      from event e, lateral (
        select jsonb_path_query(e.payload, 'strict $.**.planCode ? (@.type() == "string")', '{}', true) #>> '{}' as plan
        union all
        select jsonb_object_keys(case jsonb_typeof(e.payload #> '{state,links}')
          when 'object' then e.payload #> '{state,links}' else '{}' end)
      ) found
      where e.subject = any(${subjects}::text[])
      union all
      select document_code, plan_code from link where document_code = any(${[...documents]}::text[])
    ) heard
    where heard.plan <> ''
      and not exists (select from plan where plan.code = heard.plan and ${visiblePlans(actor)})`.execute(db);
  const closed = new Set(rows.map(({ code }) => code));
  return new Set(documents.filter((one) => !closed.has(one)));
}
