import { stepDefinition } from '../chain.ts';
import { dueOf, timingOf } from '../clock.ts';
import { dayOf, type Instant } from '../day.ts';
import { openStep, type OpenStep } from '../step.ts';
import type { DocumentPhase, DocumentStepKey } from '../vocabulary.ts';
import { coverage } from './coverage.ts';
import type { Flow } from './event.ts';
import type { DocumentState } from './state.ts';

export const clockDates = (state: Pick<DocumentState, 'header' | 'promulgation'>) => ({
  reviewOn: null,
  plannedSigningOn: state.header.plannedSigningOn,
  inForceOn: state.promulgation?.inForceOn ?? state.header.plannedInForceOn,
});

/** Opens the step `key` of the document's chain. */
export function opened(state: DocumentState, key: DocumentStepKey, now: Instant): OpenStep {
  return openStep(stepDefinition(state.chain, key), state.leadAgency, now, clockDates(state), state.calendar);
}

/** The phase that follows from the single step now open before promulgation. */
export function phaseAt(step: OpenStep): DocumentPhase {
  if (step.key === 'promulgate') return 'approved';
  return step.kind === 'check' ? 'submitted' : 'drafting';
}

/**
 * Steps 9–12 after promulgation. They come in parts, so each is open exactly while some procedure waits
 * for it: the announcement's draft until it is submitted, its signing until all linked procedures are
 * announced, the database while an announced one is not entered, display while an entered one is not shown.
 */
export function flowAfterPromulgation(state: DocumentState, now: Instant, draftSubmitted: boolean): Flow {
  const { linked, announced, inDatabase, displayed } = coverage(state);
  const unannounced = linked.some((code) => !announced.has(code));
  const wanted: DocumentStepKey[] = [];
  const drafting = unannounced && !draftSubmitted;
  if (drafting) wanted.push('draft-announcement');
  if (unannounced && draftSubmitted) wanted.push('sign-announcement');
  if (linked.some((code) => announced.has(code) && !inDatabase.has(code))) wanted.push('national-database');
  if (linked.some((code) => inDatabase.has(code) && !displayed.has(code))) wanted.push('public-display');
  const steps = wanted.map((key) => state.steps.find((step) => step.key === key) ?? opened(state, key, now));
  return { steps, phase: steps.length === 0 ? 'done' : 'carrying-out' };
}

/** The open steps with their due days reckoned anew, after a date they hang on has changed. */
export function redated(state: DocumentState, now: Instant): readonly OpenStep[] {
  return state.steps.map((step) => {
    const definition = stepDefinition(state.chain, step.key);
    if (definition.clock.kind !== 'by-date' && definition.clock.kind !== 'before-in-force') return step;
    const due = dueOf(definition, dayOf(step.openedAt), clockDates(state), state.calendar);
    return {
      ...step,
      dueOn: due.on,
      compressed: due.compressed,
      timing: timingOf(due.on, dayOf(now), state.calendar),
    };
  });
}
