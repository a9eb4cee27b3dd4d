import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import type { DebtView, debtInput } from '@tinhgon/rules/views/where-it-stands';
import type { DocumentType, StepKey } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { momentOf, openOn, stoodOn } from '../steps/open-on.ts';

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

/**
 * Document debt (nợ văn bản): documents at work at the end of a day whose planned signing date had passed and that
 * were not signed, most days late first. The date is the one that held then: changes approved later are taken back.
 */
export async function debt(db: Db, asked: Asked): Promise<DebtView> {
  const moment = sql`${momentOf(asked)}::timestamptz`;
  const change = (which: ReturnType<typeof sql>, by: ReturnType<typeof sql>, value: 'from' | 'to') => sql`
    (select (c ->> ${sql.lit(value)})::date from jsonb_array_elements(d.state -> 'dates' -> 'changes') c
     where c ->> 'date' = 'plannedSigning' and ${which}
     order by (c ->> 'approvedAt')::timestamptz ${by} limit 1)`;
  const approved = sql`(c ->> 'approvedAt')::timestamptz`;
  const planned = sql`(d.state #>> '{header,plannedSigningOn}')::date`;
  const { rows } = await sql<Row>`
    select * from (
      select d.code, d.type, d.title, st.agency as ministry, d.procedures, s.step,
        coalesce(${change(sql`${approved} < ${moment}`, sql`desc`, 'to')},
          ${change(sql`true`, sql`asc`, 'from')}, ${planned}) as due_on,
        coalesce(${change(sql`true`, sql`asc`, 'from')}, ${planned}) as first_due_on,
        (select reason from delay where delay.subject = 'document/' || d.code and delay.at < ${moment}
         order by delay.missed_on desc, delay.at desc limit 1) as reason
      from document d
      join subject_period st on st.subject = 'document/' || d.code and ${stoodOn('st', asked)}
      join lateral (
        select step from step_run s where s.subject = 'document/' || d.code and ${openOn('s', asked)}
        order by number limit 1
      ) s on true
      where d.programme = ${asked.programme}
        and not exists (
          select from evidence e where e.document_code = d.code and e.kind = 'promulgation'
            and e.date <= ${asked.asAt}::date and e.known_from <= ${asked.knownAt}::timestamptz
            and (e.superseded_at is null or e.superseded_at > ${asked.knownAt}::timestamptz))
        ${asked.ministry === undefined ? sql`` : sql`and st.agency = ${asked.ministry}`}
        ${asked.type === undefined ? sql`` : sql`and d.type = ${asked.type}`}
    ) unsigned
    where due_on < ${asked.asAt}::date
    order by due_on, code`.execute(db);
  const refOf = await agencyRefs(
    db,
    rows.map((row) => row.ministry),
  );
  return {
    asAt: asked.asAt,
    knownAt: asked.knownAt,
    documents: rows.map((row) => ({
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
    })),
  };
}
