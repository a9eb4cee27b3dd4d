import type { Actor } from '@tinhgon/rules/actor';
import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { agenciesOf } from '@tinhgon/rules/speaking';
import type {
  BottleneckFilter,
  bottleneckListInput,
  BottleneckSummary,
} from '@tinhgon/rules/views/bottleneck';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { holdsWord } from '../search/holds-word.ts';
import { stoodOn } from '../steps/open-on.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import type { ReadOn } from '../reader.ts';
import { bottleneckSummaries } from './bottleneck-summaries.ts';
import { statesThen } from './states-then.ts';
import { visibleBottlenecks } from './visible-bottlenecks.ts';

const IS_CLOSED = sql<boolean>`b.phase in ('accepted', 'withdrawn')`;
const CLOSED_LAST = sql<0 | 1>`(${IS_CLOSED})::int`;
const WAITS = sql<boolean>`b.phase in ('raised', 'escalated')`;
const place = z.tuple([z.union([z.literal(0), z.literal(1)]), z.iso.date(), word(200)]);

/** A page of the bottlenecks that exist for the reader: open ones first, by the day their answer is due. */
export async function listBottlenecks(
  db: Db,
  actor: Actor,
  asked: z.output<typeof bottleneckListInput>,
  on: ReadOn,
): Promise<{ items: BottleneckSummary[]; total: number; nextCursor: string | null }> {
  const from = sql`from ${bottlenecksOn(on)} where ${matching(actor, asked, on)}`;
  const [closed, day, code] = placeOf(place, asked.cursor) ?? [];
  const after =
    day === undefined
      ? sql``
      : sql`and (${CLOSED_LAST}, b.answer_by, b.code) > (${closed}::int, ${day}::date, ${code})`;
  const [page, all] = await Promise.all([
    sql<{ state: BottleneckState; closed: 0 | 1; answer_by: string }>`
      select b.state, b.answer_by, ${CLOSED_LAST} as closed ${from} ${after}
      order by ${CLOSED_LAST}, b.answer_by, b.code limit ${asked.limit + 1}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
  const states = rows.map(({ state }) => state);
  const codes = states.map(({ code: one }) => one);
  return {
    items: await bottleneckSummaries(db, on.past ? await statesThen(db, codes, on.past) : states, on),
    total: all.rows[0]?.total ?? 0,
    nextCursor: last ? cursorOf([last.closed, last.answer_by, last.state.code]) : null,
  };
}

/** Rows `b` of `bottleneck`; of a past day those there were, with the phase, the agency and the day to answer by of then. */
export function bottlenecksOn({ past }: ReadOn): RawBuilder<unknown> {
  if (!past) return sql`bottleneck b`;
  return sql`(
    select b.code, st.phase, b.on_kind, b.on_code, b.campaign, b.cause, st.agency as responsible, b.raised_for,
      b.raised_by, b.raised_at, st.planned_on as answer_by, b.search, b.state
    from bottleneck b
    join subject_period st on st.kind = 'bottleneck' and st.code = b.code and ${stoodOn('st', past)}) b`;
}

/** What a filter means for this reader, over `bottleneck b`. */
export function matching(actor: Actor, asked: BottleneckFilter, on: ReadOn): RawBuilder<boolean> {
  const conditions = [
    visibleBottlenecks(actor, 'b'),
    ...(asked.status === undefined ? [] : [statusIs(asked.status, on)]),
    ...(asked.scope === undefined ? [] : [scopeIs(asked.scope, actor)]),
    ...(asked.agency === undefined ? [] : [sql<boolean>`b.responsible = ${asked.agency}`]),
    ...(asked.cause === undefined ? [] : [sql<boolean>`b.cause = ${asked.cause}`]),
    ...(asked.campaign === undefined ? [] : [sql<boolean>`b.campaign = ${asked.campaign}`]),
    ...standsOn(actor, asked),
    ...searchPatterns(asked.q).map((pattern) => holdsWord('b.search', pattern)),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function statusIs(status: NonNullable<BottleneckFilter['status']>, { today }: ReadOn): RawBuilder<boolean> {
  switch (status) {
    case 'open':
      return sql<boolean>`not ${IS_CLOSED}`;
    case 'late':
      return sql<boolean>`${WAITS} and b.answer_by < ${today}::date`;
    case 'escalated':
    case 'answered':
      return sql<boolean>`b.phase = ${status}`;
    case 'closed':
      return IS_CLOSED;
  }
}

const scopeIs = (scope: NonNullable<BottleneckFilter['scope']>, actor: Actor): RawBuilder<boolean> =>
  scope === 'mine'
    ? sql<boolean>`b.raised_by = ${actor.id}`
    : sql<boolean>`b.responsible = any(${agenciesOf(actor)}::text[])`;

/** With a plan go its documents and procedures, but only for those who see what these are. */
function standsOn(actor: Actor, { onKind, onCode }: BottleneckFilter): RawBuilder<boolean>[] {
  if (onKind === undefined) return [];
  if (onCode === undefined) return [sql<boolean>`b.on_kind = ${onKind}`];
  const itself = sql<boolean>`(b.on_kind = ${onKind} and b.on_code = ${onCode})`;
  if (onKind !== 'plan') return [itself];
  return [
    sql<boolean>`exists (select from plan p where p.code = ${onCode} and ${visiblePlans(actor, 'p')})`,
    sql<boolean>`(${itself} or exists (
      select from measure m where m.plan_code = ${onCode} and (
        (b.on_kind = 'procedure' and b.on_code = m.procedure_code)
        or (b.on_kind = 'document' and b.on_code = any(m.documents)))))`,
  ];
}
