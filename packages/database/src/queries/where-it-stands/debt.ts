import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import type { DebtView, debtInput } from '@tinhgon/rules/views/where-it-stands';
import type { DocumentType, StepKey } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { stoodOn, stoodOpenOn } from '../steps/open-on.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';

interface Row {
  code: string;
  type: DocumentType;
  title: string;
  ministry: string;
  due_on: string;
  first_due_on: string;
  step: StepKey;
  procedures: number;
  reason: string | null;
}

type Asked = Omit<z.output<typeof debtInput>, 'asAt' | 'knownAt'> &
  AsAt & { readonly programme: string; readonly calendar: WorkingCalendar };

const PAGE = 500;

/**
 * Document debt (nợ văn bản): documents at work at the end of a day whose planned signing date had passed and that
 * were not signed, most days late first. Titles, dates and published reasons are those of then.
 */
export async function debt(db: Db, asked: Asked): Promise<DebtView> {
  const { rows } = await sql<Row>`${owed(asked)} order by due_on, code`.execute(db);
  return { asAt: asked.asAt, knownAt: asked.knownAt, documents: await linesOf(db, rows, asked) };
}

/** How many there are. */
export async function countOwed(db: Db, asked: Asked): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${owed(asked)}) owed`.execute(db);
  return rows[0]?.n ?? 0;
}

/** All of them in the same order, read page by page. */
export async function* eachOwed(
  db: Db,
  asked: Asked,
  page = PAGE,
): AsyncGenerator<DebtView['documents'][number]> {
  let after = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      ${owed(asked)} ${after} order by due_on, code limit ${page}`.execute(db);
    yield* await linesOf(db, rows, asked);
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = sql`and (st.planned_on, st.code) > (${last.due_on}::date, ${last.code}::text)`;
  }
}

const owed = (asked: Asked) => sql`
  select st.code, d.type, st.title, st.agency as ministry, st.procedures, s.step, st.planned_on as due_on,
    st.first_planned_on as first_due_on,
    (select told ->> 'reason' from jsonb_array_elements(st.delays) told
     order by told ->> 'missed_on' desc, told ->> 'at' desc limit 1) as reason
  from subject_period st
  join document d on d.code = st.code
  join lateral (
    select step from step_period s where s.subject = st.subject and ${stoodOpenOn('s', asked)}
    order by number, step limit 1
  ) s on true
  where st.kind = 'document' and st.programme = ${asked.programme} and ${stoodOn('st', asked)}
    and st.planned_on < ${asked.asAt}::date
    and not exists (
      select from evidence e where e.document_code = st.code and e.kind = 'promulgation'
        and e.date <= ${asked.asAt}::date and e.known_from <= ${asked.knownAt}::timestamptz
        and (e.superseded_at is null or e.superseded_at > ${asked.knownAt}::timestamptz))
    ${asked.ministry === undefined ? sql`` : sql`and st.agency = ${asked.ministry}`}
    ${asked.type === undefined ? sql`` : sql`and d.type = ${asked.type}`}`;

async function linesOf(db: Db, rows: readonly Row[], asked: Asked): Promise<DebtView['documents'][number][]> {
  const refOf = await agencyRefsThen(
    db,
    rows.map((row) => row.ministry),
    asked,
  );
  return rows.map((row) => ({
    code: row.code,
    type: row.type,
    title: row.title,
    ministry: refOf(row.ministry),
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    daysLate: daysToGo(row.due_on, asked.asAt, asked.calendar).daysLate,
    step: row.step,
    procedures: row.procedures,
    reason: row.reason,
  }));
}
