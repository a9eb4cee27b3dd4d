import type { Instant, LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';
import type { StepKey } from '../vocabulary.ts';
import type { DateGround, DateKey, Milestone } from './date.ts';

/** A change of date somebody asked for and nobody has decided on yet. */
export interface DateRequest {
  /** Unique within the plan or document: `D` and the number of the event that asked for it. */
  readonly id: string;
  readonly date: DateKey;
  /** The date as it stood when the change was asked for; null where none was set. */
  readonly from: LegalDate | null;
  readonly to: LegalDate;
  readonly reason: string;
  readonly ground?: DateGround;
  readonly askedBy: PersonRef;
  readonly askedAt: Instant;
  /** Last day on which the decision is in time. */
  readonly decideBy: LegalDate;
}

/** A date that was changed: the earlier one stays readable for ever. */
export interface DateChange extends Omit<DateRequest, 'decideBy'> {
  readonly approvedBy: PersonRef;
  readonly approvedAt: Instant;
}

/** The public reason for a missed date. It belongs to the day that was missed: a later one needs a reason of its own. */
export interface Delay {
  readonly step?: StepKey;
  readonly date?: Milestone;
  readonly missedOn: LegalDate;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: Instant;
}

/** All that happened to the dates of one plan or document, oldest first. */
export interface DateBook {
  readonly requests: readonly DateRequest[];
  readonly changes: readonly DateChange[];
  readonly delays: readonly Delay[];
}

const EMPTY: DateBook = { requests: [], changes: [], delays: [] };

/** Absent until something happens to a date: states folded before there were requests stay as they are. */
export const bookOf = (state: { readonly dates?: DateBook }): DateBook => state.dates ?? EMPTY;
