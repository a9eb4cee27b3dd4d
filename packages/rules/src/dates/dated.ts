import { type StepDefinition, stepDefinition } from '../chain.ts';
import type { LegalDate } from '../day.ts';
import { allEditors, type DocumentState } from '../document/state.ts';
import { openSteps } from '../plan/lanes.ts';
import type { PlanState } from '../plan/state.ts';
import type { OpenStep } from '../step.ts';
import { isClosed, type Subject } from '../vocabulary.ts';
import { bookOf, type DateBook, type DateRequest } from './book.ts';
import type { DateKey } from './date.ts';

/** What the rules about dates need to know of a plan or document. */
export interface Dated {
  readonly kind: Subject;
  readonly leadAgency: string;
  /** Everyone who drafted: none of them decides. */
  readonly editors: readonly string[];
  readonly openSteps: readonly OpenStep[];
  readonly closed: boolean;
  /** The document is signed: its real dates are on record and no plan of them moves any more. */
  readonly settled: boolean;
  /** Not yet submitted for the first time: the dates are edited like the rest of the draft. */
  readonly free: boolean;
  /** Whose right it is to approve or refuse a change. */
  readonly decider: Pick<OpenStep, 'function' | 'agency'>;
  readonly present: Readonly<Partial<Record<DateKey, LegalDate | null>>>;
  /** The earlier of these dates is never after the later. */
  readonly order: readonly [DateKey, DateKey];
  readonly book: DateBook;
}

export const dated = (state: PlanState | DocumentState): Dated =>
  state.kind === 'plan' ? datedPlan(state) : datedDocument(state);

/** The right person for a plan is whoever may approve it: the minister, the Prime Minister or the Government. */
function datedPlan(state: PlanState): Dated {
  return {
    kind: 'plan',
    leadAgency: state.leadAgency,
    editors: state.editors,
    openSteps: openSteps(state),
    closed: isClosed(state.phase),
    settled: false,
    free: state.phase === 'drafting' && state.finishedSteps.length === 0,
    decider: holderOf(stepDefinition(state.chain, 'plan-approval'), state.leadAgency),
    present: { deadline: state.header.deadline, review: state.header.reviewOn },
    order: ['review', 'deadline'],
    book: bookOf(state),
  };
}

/** For a document it is whoever signs it, by its type. */
function datedDocument(state: DocumentState): Dated {
  return {
    kind: 'document',
    leadAgency: state.leadAgency,
    editors: allEditors(state),
    openSteps: state.steps,
    closed: isClosed(state.phase),
    settled: state.promulgation !== null,
    free: isFreeDocument(state),
    decider: holderOf(stepDefinition(state.chain, 'promulgate'), state.leadAgency),
    present: {
      plannedSigning: state.header.plannedSigningOn,
      plannedInForce: state.header.plannedInForceOn,
    },
    order: ['plannedSigning', 'plannedInForce'],
    book: bookOf(state),
  };
}

const isFreeDocument = ({ phase, finishedSteps, steps }: DocumentState): boolean =>
  (phase === 'waiting' || phase === 'drafting') &&
  finishedSteps.length === 0 &&
  steps.every((step) => step.key === 'draft');

const holderOf = (step: StepDefinition, leadAgency: string): Dated['decider'] => ({
  function: step.function,
  agency: step.scope === 'national' ? null : leadAgency,
});

/** Requests that wait for a decision: none once the plan or document is closed, or the document signed. */
export const openRequests = ({ book, closed, settled }: Dated): readonly DateRequest[] =>
  closed || settled ? [] : book.requests;

/** What came of a planned date: the day on record once the document is signed; null before. */
export function outcomeOf(state: PlanState | DocumentState, date: DateKey): LegalDate | null {
  if (state.kind === 'plan' || state.promulgation === null) return null;
  if (date === 'plannedSigning') return state.promulgation.signedOn;
  return date === 'plannedInForce' ? state.promulgation.inForceOn : null;
}

export interface DateStanding {
  readonly present: LegalDate | null;
  /** The first date ever set; null while there is none. */
  readonly first: LegalDate | null;
}

/** A date as it is, beside the one it first was. */
export function standingOf(state: PlanState | DocumentState, date: DateKey): DateStanding {
  const { present, book } = dated(state);
  const kept =
    state.kind === 'plan'
      ? date === 'deadline' && state.firstDeadline
      : date === 'plannedInForce' && state.firstPlannedInForceOn;
  const change = book.changes.find((one) => one.date === date);
  const now = present[date] ?? null;
  return { present: now, first: kept || (change ? (change.from ?? change.to) : now) };
}
