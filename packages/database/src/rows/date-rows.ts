import { linkedProcedures } from '@tinhgon/rules/document/coverage';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { bookOf } from '@tinhgon/rules/dates/book';
import { DOCUMENT_DATES, PLAN_DATES } from '@tinhgon/rules/dates/date';
import { dated, openRequests } from '@tinhgon/rules/dates/dated';
import { handsOf, signedName } from '@tinhgon/rules/person';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Schema } from '../schema.ts';

/** Requests stand behind the twelve steps of the chain. */
const FIRST_NUMBER = 50;

export function dateRequestRows(state: PlanState | DocumentState): Schema['date_request'][] {
  if (!state.dates) return [];
  const subject = dated(state);
  const dates: readonly string[] = state.kind === 'plan' ? PLAN_DATES : DOCUMENT_DATES;
  const procedures = state.kind === 'plan' ? state.measures.length : linkedProcedures(state).length;
  return openRequests(subject).map((request) => ({
    subject: `${state.kind}/${state.code}`,
    kind: state.kind,
    code: state.code,
    date: request.date,
    number: FIRST_NUMBER + dates.indexOf(request.date),
    function: subject.decider.function,
    agency: subject.decider.agency,
    asked_at: request.askedAt,
    decide_by: request.decideBy,
    barred: [...new Set([...subject.editors, ...handsOf(request.askedBy)])],
    procedures,
  }));
}

export function delayRows(state: PlanState | DocumentState): Schema['delay'][] {
  const rows = bookOf(state).delays.map((delay) => ({
    subject: `${state.kind}/${state.code}`,
    missed: delay.step ?? delay.date ?? '',
    missed_on: delay.missedOn,
    reason: delay.reason,
    by_id: delay.by.id,
    by_name: signedName(delay.by),
    at: delay.at,
  }));
  return [...new Map(rows.map((row) => [`${row.missed} ${row.missed_on}`, row])).values()];
}
