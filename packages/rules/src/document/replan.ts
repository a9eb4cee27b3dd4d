import { dueOf } from '../clock.ts';
import { dayOf, type Instant } from '../day.ts';
import { chainAfter, type ReplanCommand, stepsUnder, type Terms } from '../replan.ts';
import type { OpenStep } from '../step.ts';
import { clockDates } from './flow.ts';
import type { DocumentState } from './state.ts';

/** Chain, calendar and open steps of a document under other terms. */
export function documentUnder(
  state: DocumentState,
  change: Pick<ReplanCommand, 'chain' | 'calendar'>,
  now: Instant,
): Terms & { readonly steps: readonly OpenStep[] } {
  const terms = { chain: chainAfter(state, change.chain), calendar: change.calendar ?? state.calendar };
  const dates = clockDates(state);
  const steps = stepsUnder(
    terms,
    state.leadAgency,
    state.steps,
    (definition, step) => dueOf(definition, dayOf(step.openedAt), dates, terms.calendar),
    now,
  );
  return { ...terms, steps };
}
