import type { LegalDate } from '../day.ts';
import type { DocumentState } from '../document/state.ts';
import { openSteps } from '../plan/lanes.ts';
import type { PlanState } from '../plan/state.ts';
import type { OpenStep } from '../step.ts';
import { isClosed } from '../vocabulary.ts';
import type { DateBook, Delay } from './book.ts';
import type { Milestone } from './date.ts';

/** A day that has passed without what was due: an open step's, or a date of the plan or document itself. */
export type Missed = { readonly missedOn: LegalDate } & (
  | { readonly step: OpenStep['key']; readonly date?: never }
  | { readonly date: Milestone; readonly step?: never }
);

/** What `missedByDocument` needs; lists have it from rows. */
export interface DocumentDates {
  readonly closed: boolean;
  readonly steps: readonly Pick<OpenStep, 'key' | 'dueOn'>[];
  readonly plannedSigningOn: LegalDate | null;
  readonly plannedInForceOn: LegalDate | null;
  readonly signed: boolean;
  readonly inForceOn: LegalDate | null;
}

export function missedBy(state: PlanState | DocumentState, today: LegalDate): Missed[] {
  if (state.kind === 'plan') return missedByPlan(state, today);
  return missedByDocument(
    {
      closed: isClosed(state.phase),
      steps: state.steps,
      ...state.header,
      signed: state.promulgation !== null,
      inForceOn: state.promulgation?.inForceOn ?? null,
    },
    today,
  );
}

function missedByPlan(state: PlanState, today: LegalDate): Missed[] {
  if (isClosed(state.phase)) return [];
  return [...overdue(openSteps(state), today), ...passed('deadline', state.header.deadline, today)];
}

/**
 * The planned signing is the signing step's own day once that step is open. A document signed in time but in
 * force later than planned has missed that date too.
 */
export function missedByDocument(document: DocumentDates, today: LegalDate): Missed[] {
  const { closed, steps, plannedSigningOn, plannedInForceOn, signed, inForceOn } = document;
  if (closed) return [];
  const waitsForSigning = !signed && steps.every((step) => step.key !== 'promulgate');
  const inTime = inForceOn !== null && plannedInForceOn !== null && inForceOn <= plannedInForceOn;
  return [
    ...overdue(steps, today),
    ...(waitsForSigning ? passed('plannedSigning', plannedSigningOn, today) : []),
    ...(inTime ? [] : passed('plannedInForce', plannedInForceOn, today)),
  ];
}

const overdue = (steps: DocumentDates['steps'], today: LegalDate): Missed[] =>
  steps.flatMap(({ key, dueOn }) =>
    dueOn !== null && dueOn < today ? [{ step: key, missedOn: dueOn }] : [],
  );

const passed = (date: Milestone, day: LegalDate | null, today: LegalDate): Missed[] =>
  day !== null && day < today ? [{ date, missedOn: day }] : [];

/** The reason published last for what was missed; null while there is none. */
export const reasonFor = ({ delays }: Pick<DateBook, 'delays'>, missed: Missed): Delay | null =>
  delays.findLast(
    ({ step, date, missedOn }) =>
      step === missed.step && date === missed.date && missedOn === missed.missedOn,
  ) ?? null;
