import { sql } from 'kysely';
import type { z } from 'zod';
import type { documentListInput } from '@tinhgon/rules/views/document';
import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { cursorOf, duePlace, namePlace, NEVER, placeOf } from '../cursor.ts';
import type { ReadOn } from '../reader.ts';
import { stoodOn, stoodOpenOn } from '../steps/open-on.ts';
import { timingIs } from '../steps/timing-condition.ts';
import { agenciesNamedThen } from '../then/agencies-then.ts';
import { heldOrStoodUnderThen } from '../then/held-or-stood-under.ts';
import { documentSummaries } from './document-summaries.ts';

type Asked = z.output<typeof documentListInput>;

/**
 * `listDocuments` as the list was at the end of a day, as far as was known at a moment: titles, dates, agencies and steps
 * are those of then.
 */
export async function listDocumentsAsAt(
  db: Db,
  asked: Asked,
  on: ReadOn & Required<Pick<ReadOn, 'past'>>,
): Promise<{ items: DocumentSummary[]; total: number; nextCursor: string | null }> {
  const { past } = on;
  const words = await agenciesNamedThen(db, searchPatterns(asked.q), past.knownAt);
  const conditions = [
    sql`st.kind = 'document' and ${stoodOn('st', past)}`,
    ...(asked.programme === undefined ? [] : [sql`st.programme = ${asked.programme}`]),
    ...(asked.ministry === undefined ? [] : [sql`st.agency = ${asked.ministry}`]),
    ...(asked.type === undefined
      ? []
      : [sql`st.code in (select code from document where type = ${asked.type})`]),
    ...(asked.phase === undefined
      ? []
      : [asked.phase === 'open' ? sql`s.steps > 0` : sql`st.phase = ${asked.phase}`]),
    ...(asked.timing === undefined
      ? []
      : [sql`s.steps > 0 and ${timingIs(asked.timing, sql`s.due_on`, on)}`]),
    ...searchPatterns(asked.q).map((pattern, n) => heldOrStoodUnderThen('st', pattern, words[n] ?? [])),
  ];
  const from = sql`
    from subject_period st
    left join (
      select code, min(due_on) as due_on, count(*) as steps from step_period s
      where s.kind = 'document' and ${stoodOpenOn('s', past)} group by code
    ) s on s.code = st.code
    where ${sql.join(conditions, sql` and `)}`;
  const { order, after } = ordered(asked);
  const [page, all] = await Promise.all([
    sql<{ code: string; title: string; due_on: string | null }>`
      select st.code, st.title, s.due_on ${from} ${after} order by ${order} limit ${asked.limit + 1}`.execute(
      db,
    ),
    sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = rows.at(-1);
  const next = last && (asked.sort === 'due' ? [last.due_on ?? NEVER, last.code] : [last.title, last.code]);
  return {
    items: await documentSummaries(
      db,
      rows.map(({ code }) => code),
      on,
    ),
    total: all.rows[0]?.total ?? 0,
    nextCursor: next && page.rows.length > asked.limit ? cursorOf(next) : null,
  };
}

function ordered({ sort, cursor }: Asked) {
  const place = placeOf(sort === 'due' ? duePlace : namePlace, cursor);
  const [first, code] = place ?? [];
  switch (sort) {
    case 'due': {
      const due = sql`coalesce(s.due_on, ${NEVER})`;
      return {
        order: sql`${due}, st.code`,
        after: place ? sql`and (${due}, st.code) > (${first}::date, ${code})` : sql``,
      };
    }
    case 'code':
      return { order: sql`st.code`, after: place ? sql`and st.code > ${code}` : sql`` };
    case 'title': {
      const title = sql`st.title collate "vi-x-icu"`;
      return {
        order: sql`${title}, st.code`,
        after: place ? sql`and (${title}, st.code) > (${first}, ${code})` : sql``,
      };
    }
  }
}
