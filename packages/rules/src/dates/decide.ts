import { addWorkingDays } from '../calendar.ts';
import { stepDefinition } from '../chain.ts';
import { ANSWER_WORKING_DAYS, dueOf, timingOf } from '../clock.ts';
import { dayOf, type Instant, laterOf } from '../day.ts';
import { redated } from '../document/flow.ts';
import type { DocumentState } from '../document/state.ts';
import { personRef } from '../person.ts';
import { openSteps } from '../plan/lanes.ts';
import { clockDates, type PlanState } from '../plan/state.ts';
import type { OpenStep } from '../step.ts';
import { assertNever } from '../vocabulary.ts';
import { representedInDates } from './acting.ts';
import type { DateRequest } from './book.ts';
import { dated } from './dated.ts';
import type { DateEventBody } from './event.ts';
import { withDocumentDate, withPlanDate } from './header.ts';
import { missedBy, type Missed } from './missed.ts';
import { type DateCommand, whatWasMissed } from './objections.ts';

/** A request is decided on in as many days as a plan's approval takes. */
const DECIDE_WORKING_DAYS = 5;

/** The event that follows from a command about dates to which there is no objection. */
export function dateEvent(
  state: PlanState | DocumentState,
  command: DateCommand,
  now: Instant,
): DateEventBody {
  const subject = dated(state);
  const { book, present } = subject;
  const by = personRef(command.actor, representedInDates(subject, command));
  switch (command.type) {
    case 'requestDateChange': {
      const { date, to, reason, ground } = command;
      const request: DateRequest = {
        id: `D${state.seq + 1}`,
        date,
        from: present[date] ?? null,
        to,
        reason,
        ...(ground ? { ground } : {}),
        askedBy: by,
        askedAt: now,
        decideBy: addWorkingDays(state.calendar, dayOf(now), DECIDE_WORKING_DAYS),
      };
      return { type: 'dateChangeRequested', request };
    }
    case 'approveDateChange': {
      const request = book.requests.find(({ id }) => id === command.requestId) as DateRequest;
      const { decideBy: _decideBy, ...asked } = request;
      return {
        type: 'dateChangeApproved',
        requestId: request.id,
        // The date may have moved since: what it is changed from is what stands now.
        change: { ...asked, from: present[request.date] ?? null, approvedBy: by, approvedAt: now },
        steps: replanned(state, request, now),
      };
    }
    case 'refuseDateChange': {
      const { id, date } = book.requests.find((one) => one.id === command.requestId) as DateRequest;
      return { type: 'dateChangeRefused', requestId: id, date, reason: command.reason };
    }
    case 'explainDelay': {
      const missed = whatWasMissed(missedBy(state, dayOf(now)), command) as Missed;
      return { type: 'delayExplained', delay: { ...missed, reason: command.reason, by, at: now } };
    }
    default:
      return assertNever(command);
  }
}

/** The open steps once the date is the one asked for. */
function replanned(
  state: PlanState | DocumentState,
  { date, to }: DateRequest,
  now: Instant,
): readonly OpenStep[] {
  if (state.kind === 'document') {
    return redated({ ...state, header: withDocumentDate(state.header, date, to) }, now);
  }
  const { calendar } = state;
  const planned = clockDates(withPlanDate(state.header, date, to));
  return openSteps(state).map((step) => {
    const definition = stepDefinition(state.chain, step.key);
    if (definition.clock.kind !== 'by-date') return step;
    // Dates move after the first submission alone, so the plan came back here and keeps its days to answer.
    const openedOn = dayOf(step.openedAt);
    const soonest = addWorkingDays(calendar, openedOn, ANSWER_WORKING_DAYS);
    const reviewOn = laterOf(planned.reviewOn ?? soonest, soonest);
    const due = dueOf(definition, openedOn, { ...planned, reviewOn }, calendar);
    const timing = timingOf(due.on, dayOf(now), calendar);
    return { ...step, dueOn: due.on, compressed: due.compressed, timing };
  });
}
