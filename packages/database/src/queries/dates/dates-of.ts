import type { Actor } from '@tinhgon/rules/actor';
import { bookOf, type DateRequest } from '@tinhgon/rules/dates/book';
import { DOCUMENT_DATES, PLAN_DATES } from '@tinhgon/rules/dates/date';
import { dated, openRequests, outcomeOf, standingOf } from '@tinhgon/rules/dates/dated';
import { isLocked } from '@tinhgon/rules/dates/lock';
import { missedBy, reasonFor } from '@tinhgon/rules/dates/missed';
import { wayToDecide } from '@tinhgon/rules/dates/acting';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { type Objection, objectionIn } from '@tinhgon/rules/policy';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { DatesView } from '@tinhgon/rules/views/dates';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';

/** The dates of a plan or document as a reader sees them. */
export async function datesOf(
  db: Db,
  state: PlanState | DocumentState,
  actor: Actor,
  { today, calendar }: ReadOn,
): Promise<DatesView> {
  const subject = dated(state);
  const book = bookOf(state);
  const requests = openRequests(subject);
  const { function: code, agency } = subject.decider;
  const refOf = await agencyRefs(db, agency === null ? [] : [agency]);
  return {
    free: subject.free,
    dates: (state.kind === 'plan' ? PLAN_DATES : DOCUMENT_DATES).map((date) => {
      const { present, first } = standingOf(state, date);
      const pending = requests.some((request) => request.date === date);
      const locked = isLocked(present, today);
      return { date, present, first, actual: outcomeOf(state, date), locked, pending };
    }),
    requests: requests.map((request) => ({
      ...askedFor(request),
      decideBy: request.decideBy,
      decide: allowedUnless(objectionIn(wayToDecide(subject, request, actor))),
    })),
    changes: book.changes.toReversed().map((change) => ({
      ...askedFor(change),
      approvedBy: change.approvedBy,
      approvedAt: change.approvedAt,
    })),
    missed: missedBy(state, today).map((missed) => {
      const delay = reasonFor(book, missed);
      return {
        step: missed.step ?? null,
        date: missed.date ?? null,
        missedOn: missed.missedOn,
        daysLate: daysToGo(missed.missedOn, today, calendar).daysLate,
        reason: delay && { text: delay.reason, by: delay.by, at: delay.at },
      };
    }),
    decider: { function: code, agency: agency === null ? null : refOf(agency) },
  };
}

const askedFor = ({
  id,
  date,
  from,
  to,
  reason,
  ground,
  askedBy,
  askedAt,
}: Omit<DateRequest, 'decideBy'>) => ({
  id,
  date,
  from,
  to,
  reason,
  ground: ground ?? null,
  askedBy,
  askedAt,
});

const allowedUnless = (objection: Objection): DatesView['requests'][number]['decide'] => {
  if (!objection) return { allowed: true };
  const { code, details } = objection;
  return { allowed: false, code, ...(details ? { details } : {}) };
};
