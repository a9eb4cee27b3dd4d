import { timingOf } from '@tinhgon/rules/clock';
import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import type { AsAt } from '@tinhgon/rules/counting';
import type { LegalDate } from '@tinhgon/rules/day';
import type { DocumentType, StepKey } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import type { ReadOn } from '../reader.ts';
import { type MissedFacts, missedByDocuments } from '../dates/missed-by-documents.ts';
import { stoodOn, stoodOpenOn } from '../steps/open-on.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { daysToGo } from '../steps/days-to-go.ts';

interface Row extends MissedFacts {
  type: DocumentType;
  number: string | null;
  title: string;
  lead_agency: string;
  procedures: number;
}

/**
 * Documents in short, in the order of `codes`; unknown ones are left out. Of a past day: as they stood then, and what of
 * their signing was known.
 */
export async function documentSummaries(
  db: Db,
  codes: readonly string[],
  on: ReadOn,
): Promise<DocumentSummary[]> {
  if (codes.length === 0) return [];
  const { today, calendar, past } = on;
  const [documents, steps] = await Promise.all([
    past ? documentsThen(db, codes, past) : documentsNow(db, codes),
    sql<{ code: string; step: StepKey; number: number; due_on: LegalDate | null }>`
      select code, step, number, due_on from ${past ? sql`step_period` : sql`step_run`} s
      where subject = any(${codes.map((code) => `document/${code}`)}::text[])
        and ${past ? stoodOpenOn('s', past) : sql`finished_at is null`}
      order by number, step`
      .execute(db)
      .then(({ rows }) => rows),
  ]);
  const agencies = documents.map((row) => row.lead_agency);
  const refOf = past ? await agencyRefsThen(db, agencies, past) : await agencyRefs(db, agencies);
  const stepsOf = Map.groupBy(steps, (step) => step.code);
  const missedOf = missedByDocuments(documents, stepsOf, on);
  const byCode = new Map(documents.map((row) => [row.code, row]));
  return codes.flatMap((code) => {
    const row = byCode.get(code);
    if (!row) return [];
    const openSteps = (stepsOf.get(code) ?? []).map((step) => ({
      key: step.step,
      number: step.number,
      dueOn: step.due_on,
      timing: timingOf(step.due_on, today, calendar),
      daysLate: daysToGo(step.due_on, today, calendar).daysLate,
    }));
    const summary: DocumentSummary = {
      code,
      type: row.type,
      number: row.number,
      title: row.title,
      leadAgency: refOf(row.lead_agency),
      phase: row.phase,
      openSteps,
      signedOn: row.signed_on,
      inForceOn: row.in_force_on,
      plannedInForceOn: row.planned_in_force_on,
      missed: missedOf.get(code) ?? [],
      procedures: row.procedures,
    };
    return [summary];
  });
}

async function documentsNow(db: Db, codes: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.code, d.type, d.number, d.title, d.lead_agency, d.phase, d.signed_on, d.in_force_on,
      d.state #>> '{header,plannedSigningOn}' as planned_signing_on, d.planned_in_force_on, d.procedures,
      array(select to_jsonb(delay) from delay where delay.subject = 'document/' || d.code) as delays
    from document d where d.code = any(${codes}::text[])`.execute(db);
  return rows;
}

async function documentsThen(db: Db, codes: readonly string[], past: AsAt): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.code, d.type, e.number, st.title, st.agency as lead_agency, st.phase, e.date as signed_on, e.in_force_on,
      st.planned_on as planned_signing_on, st.planned_in_force_on, st.procedures, st.delays
    from document d
    join subject_period st on st.kind = 'document' and st.code = d.code and ${stoodOn('st', past)}
    left join lateral (
      select number, date, in_force_on from evidence e
      where e.document_code = d.code and e.kind = 'promulgation' and e.date <= ${past.asAt}::date
        and e.known_from <= ${past.knownAt}::timestamptz
        and (e.superseded_at is null or e.superseded_at > ${past.knownAt}::timestamptz)
      order by in_force_on desc limit 1
    ) e on true
    where d.code = any(${codes}::text[])`.execute(db);
  return rows;
}
