import { sql } from 'kysely';
import type { z } from 'zod';
import type { documentListInput } from '@tinhgon/rules/views/document';
import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { holdsOrStoodUnder } from '../search/by-agency-name.ts';
import { cursorOf, duePlace, namePlace, NEVER, placeOf } from '../cursor.ts';
import type { ReadOn } from '../reader.ts';
import { timingIs } from '../steps/timing-condition.ts';
import { documentSummaries } from './document-summaries.ts';
import { listDocumentsAsAt } from './list-documents-as-at.ts';

type Asked = z.output<typeof documentListInput>;

/**
 * A page of documents: everyone signed in sees them. By due day, undated last; by code; or by title. Of a past day:
 * `listDocumentsAsAt`.
 */
export async function listDocuments(
  db: Db,
  asked: Asked,
  on: ReadOn,
): Promise<{ items: DocumentSummary[]; total: number; nextCursor: string | null }> {
  if (on.past) return listDocumentsAsAt(db, asked, { ...on, past: on.past });
  const conditions = [
    sql`true`,
    ...(asked.programme === undefined ? [] : [sql`d.programme = ${asked.programme}`]),
    ...(asked.ministry === undefined ? [] : [sql`d.lead_agency = ${asked.ministry}`]),
    ...(asked.type === undefined ? [] : [sql`d.type = ${asked.type}`]),
    ...(asked.phase === undefined
      ? []
      : [asked.phase === 'open' ? sql`s.steps > 0` : sql`d.phase = ${asked.phase}`]),
    ...(asked.timing === undefined
      ? []
      : [sql`s.steps > 0 and ${timingIs(asked.timing, sql`s.due_on`, on)}`]),
    ...searchPatterns(asked.q).map((pattern) => holdsOrStoodUnder('d', pattern)),
  ];
  const from = sql`
    from document d
    left join (
      select code, min(due_on) as due_on, count(*) as steps from step_run s
      where s.kind = 'document' and s.finished_at is null
      group by code
    ) s on s.code = d.code
    where ${sql.join(conditions, sql` and `)}`;
  const { order, after } = ordered(asked);
  const [page, all] = await Promise.all([
    sql<{ code: string; title: string; due_on: string | null }>`
      select d.code, d.title, s.due_on ${from} ${after}
      order by ${order} limit ${asked.limit + 1}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = rows.at(-1);
  const next = last && (asked.sort === 'due' ? [last.due_on ?? NEVER, last.code] : [last.title, last.code]);
  const codes = rows.map(({ code }) => code);
  return {
    items: await documentSummaries(db, codes, on),
    total: all.rows[0]?.total ?? 0,
    nextCursor: next && page.rows.length > asked.limit ? cursorOf(next) : null,
  };
}

function ordered({ sort, cursor }: Asked) {
  const place = placeOf(sort === 'due' ? duePlace : namePlace, cursor);
  const [first, code] = place ?? [];
  switch (sort) {
    case 'due':
      return {
        order: sql`coalesce(s.due_on, ${NEVER}), d.code`,
        after: place ? sql`and (coalesce(s.due_on, ${NEVER}), d.code) > (${first}::date, ${code})` : sql``,
      };
    case 'code':
      return { order: sql`d.code`, after: place ? sql`and d.code > ${code}` : sql`` };
    case 'title':
      return {
        order: sql`d.title collate "vi-x-icu", d.code`,
        after: place ? sql`and (d.title collate "vi-x-icu", d.code) > (${first}, ${code})` : sql``,
      };
  }
}
