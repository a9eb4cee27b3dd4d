import type { Chain, StepDefinition } from '../chain.ts';
import type { StepKey } from '../vocabulary.ts';
import type { DaysAhead } from './ahead.ts';
import type { LegalDate } from '../day.ts';
import type { StepAhead } from './work.ts';

/** The step whose end makes a procedure count; what comes after holds no count up. */
const LAST_COUNTING: StepKey = 'national-database';

/** Working days for a step whose date is not set or has passed: about a month. */
const UNDATED_DAYS = 20;

/** Dates set beforehand; null while unknown. */
export interface SetDates {
  readonly reviewOn: LegalDate | null;
  readonly plannedSigningOn: LegalDate | null;
}

/** The steps of a chain up to the one that makes it count, each with what its clock would give it from today. */
export function stepsAhead(chain: Chain, dates: SetDates, ahead: DaysAhead): StepAhead[] {
  const end = chain.steps.findIndex(({ key }) => key === LAST_COUNTING);
  const counting = end < 0 ? chain.steps : chain.steps.slice(0, end + 1);
  return counting.map((step) => ({
    key: step.key,
    chain: chain.id,
    clockDays: clockDays(step, dates, ahead),
  }));
}

/** A plan that has no document yet goes through its own steps and then through those of a document. */
export const withoutDocument = (
  plan: Chain,
  document: Chain,
  dates: SetDates,
  ahead: DaysAhead,
): StepAhead[] => [...stepsAhead(plan, dates, ahead), ...stepsAhead(document, dates, ahead)];

function clockDays({ clock }: StepDefinition, dates: SetDates, ahead: DaysAhead): number {
  switch (clock.kind) {
    case 'working-days':
      return clock.days;
    case 'calendar-days':
      return ahead.workingDaysUntil(ahead.dateOf(clock.days));
    case 'before-in-force':
      return ahead.workingDaysUntil(ahead.dateOf(clock.shortestDays));
    case 'by-date': {
      const day = clock.date === 'review' ? dates.reviewOn : dates.plannedSigningOn;
      const left = day === null ? 0 : ahead.workingDaysUntil(day);
      return left > 0 ? left : UNDATED_DAYS;
    }
  }
}
