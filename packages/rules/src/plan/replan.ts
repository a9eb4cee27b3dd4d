import { addWorkingDays, type WorkingCalendar } from '../calendar.ts';
import { ANSWER_WORKING_DAYS, type ClockDates, dueOf } from '../clock.ts';
import { dayOf, type Instant, laterOf, type LegalDate } from '../day.ts';
import { chainAfter, type ReplanCommand, stepsUnder, type Terms } from '../replan.ts';
import type { OpenStep } from '../step.ts';
import { openSteps } from './lanes.ts';
import { clockDates, type PlanState } from './state.ts';

/** The dates the clocks of a plan that came back on a day hang on: its drafters have some days to answer, whatever was planned. */
export function datesOfReturn(
  header: PlanState['header'],
  returnedOn: LegalDate,
  calendar: WorkingCalendar,
): ClockDates {
  const soonest = addWorkingDays(calendar, returnedOn, ANSWER_WORKING_DAYS);
  const dates = clockDates(header);
  return { ...dates, reviewOn: laterOf(dates.reviewOn ?? soonest, soonest) };
}

/** Chain, calendar and open steps of a plan under other terms. */
export function planUnder(
  state: PlanState,
  change: Pick<ReplanCommand, 'chain' | 'calendar'>,
  now: Instant,
): Terms & { readonly steps: readonly OpenStep[] } {
  const terms = { chain: chainAfter(state, change.chain), calendar: change.calendar ?? state.calendar };
  const returnedAt = state.finishedSteps.findLast((step) => step.outcome === 'returned')?.finishedAt;
  const steps = stepsUnder(
    terms,
    state.leadAgency,
    openSteps(state),
    (definition, step) => {
      const openedOn = dayOf(step.openedAt);
      const dates =
        step.openedAt === returnedAt
          ? datesOfReturn(state.header, openedOn, terms.calendar)
          : clockDates(state.header);
      return dueOf(definition, openedOn, dates, terms.calendar);
    },
    now,
  );
  return { ...terms, steps };
}
