import type { PersonRef } from './person.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { Chain, StepDefinition, StepKind } from './chain.ts';
import { type ClockDates, dueOf, timingOf } from './clock.ts';
import { dayOf, type Instant, type LegalDate } from './day.ts';
import type { Hash } from './hash.ts';
import { type FunctionCode, STEP_TIMINGS, type StepKey, type StepTiming } from './vocabulary.ts';

/** A step someone is working on now. One open step of one plan or document is one inbox item. */
export interface OpenStep {
  readonly key: StepKey;
  readonly kind: StepKind;
  readonly function: FunctionCode;
  /** Agency whose holders of `function` may act; null for a function held once for the country. */
  readonly agency: string | null;
  readonly openedAt: Instant;
  readonly dueOn: LegalDate | null;
  readonly compressed: boolean;
  readonly timing: StepTiming;
  /** Who has claimed it. */
  readonly holder: PersonRef | null;
  readonly heldSince: Instant | null;
}

export interface FinishedStep {
  readonly key: StepKey;
  readonly openedAt: Instant;
  readonly dueOn: LegalDate | null;
  readonly finishedAt: Instant;
  readonly by: PersonRef;
  readonly outcome: 'submitted' | 'approved' | 'returned' | 'refused' | 'recorded' | 'withdrawn';
  /** Where it was about some procedures of the plan only: which. */
  readonly procedureCodes?: readonly string[];
}

/** An approval belongs to the content it saw. */
export interface Approval {
  readonly step: StepKey;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly contentHash: Hash;
  /** For a document: hash of what is material in it and its measures. */
  readonly material?: Hash;
  /**
   * What it saw, item by item, as digests: for a plan by procedure, without those it no longer stands for; for a
   * document its text and each linked measure. Absent where the content's material was not told apart.
   */
  readonly items?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For a document: when it was found to stand no longer. */
  readonly voidedAt?: Instant;
}

export function openStep(
  definition: StepDefinition,
  leadAgency: string,
  now: Instant,
  dates: ClockDates,
  calendar: WorkingCalendar,
): OpenStep {
  const due = dueOf(definition, dayOf(now), dates, calendar);
  return {
    key: definition.key,
    kind: definition.kind,
    function: definition.function,
    agency: definition.scope === 'national' ? null : leadAgency,
    openedAt: now,
    dueOn: due.on,
    compressed: due.compressed,
    timing: timingOf(due.on, dayOf(now), calendar),
    holder: null,
    heldSince: null,
  };
}

export function finishStep(
  step: OpenStep,
  at: Instant,
  by: PersonRef,
  outcome: FinishedStep['outcome'],
  procedureCodes?: readonly string[],
): FinishedStep {
  const { key, openedAt, dueOn } = step;
  const part = procedureCodes ? { procedureCodes } : {};
  return { key, openedAt, dueOn, finishedAt: at, by, outcome, ...part };
}

/**
 * How a step of the chain stands, for the line of steps on screen. `passed`: it lies behind, before the record
 * begins (an imported plan or document).
 */
export const STEP_STATUSES = [
  'cannot-start',
  ...STEP_TIMINGS,
  'passed',
  'done-on-time',
  'done-late',
  'returned',
  'stopped',
] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

export interface StepView {
  readonly key: StepKey;
  readonly number: number;
  readonly kind: StepKind;
  readonly function: FunctionCode;
  readonly agency: string | null;
  readonly status: StepStatus;
  readonly openedAt: Instant | null;
  readonly dueOn: LegalDate | null;
  readonly finishedAt: Instant | null;
  readonly holder: PersonRef | null;
  readonly by: PersonRef | null;
}

/**
 * Every step of the chain with its state: open ones as they are, finished ones by their last run. A step that
 * was finished before an earlier one was opened again will be asked again: it cannot start yet.
 * `pastChain` says that the whole chain lies behind (a plan being carried out, a document that is done). Steps
 * `aside` are open for a part of the plan only: the line is that of the main part.
 */
export function stepViews(
  chain: Chain,
  open: readonly OpenStep[],
  finished: readonly FinishedStep[],
  leadAgency: string,
  today: LegalDate,
  calendar: WorkingCalendar,
  pastChain: boolean,
  aside: readonly OpenStep[] = [],
): StepView[] {
  const reached = new Set([...open, ...aside, ...finished].map((step) => step.key));
  const furthest = pastChain
    ? chain.steps.length
    : chain.steps.findLastIndex((step) => reached.has(step.key));
  return chain.steps.map((definition, index) => {
    const base = {
      key: definition.key,
      number: definition.number,
      kind: definition.kind,
      function: definition.function,
      agency: definition.scope === 'national' ? null : leadAgency,
      openedAt: null,
      dueOn: null,
      finishedAt: null,
      holder: null,
      by: null,
    };
    const now = [...open, ...aside].find((step) => step.key === definition.key);
    if (now) {
      const { openedAt, dueOn, holder } = now;
      return { ...base, status: timingOf(dueOn, today, calendar), openedAt, dueOn, holder };
    }
    const runs = finished.filter((step) => step.key === definition.key);
    // What it returned of the plan says nothing of the rest, where it has decided on that as well.
    const last = runs.findLast((run) => run.outcome !== 'returned' || !run.procedureCodes) ?? runs.at(-1);
    if (!last) return { ...base, status: index < furthest ? 'passed' : 'cannot-start' };
    const earlier = chain.steps.slice(0, index).map((step) => step.key);
    const reopened = open.some((step) => earlier.includes(step.key) && step.openedAt >= last.finishedAt);
    if (reopened && last.outcome !== 'returned') return { ...base, status: 'cannot-start' };
    const { openedAt, dueOn, finishedAt, by } = last;
    return { ...base, status: finishedStatus(last), openedAt, dueOn, finishedAt, by };
  });
}

function finishedStatus(step: FinishedStep): StepStatus {
  if (step.outcome === 'returned') return 'returned';
  if (step.outcome === 'refused' || step.outcome === 'withdrawn') return 'stopped';
  return step.dueOn !== null && dayOf(step.finishedAt) > step.dueOn ? 'done-late' : 'done-on-time';
}
