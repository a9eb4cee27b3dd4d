import type { Actor } from '../actor.ts';
import type { LegalDate } from '../day.ts';
import { ok, reject, type Rejection, type Result } from '../errors.ts';
import { keptAs } from './amount.ts';
import type { EntryInput, Indicator, IndicatorEntry } from './indicator.ts';
import { firstDayOf, kindOfPeriod, lastDayOf } from './period.ts';
import { mayKeepRecord } from '../policy.ts';
import type { FunctionCode } from '../vocabulary.ts';

/** Functions whose holders report for their agency: who drafts its plans, and who checks their quality. */
const REPORTING: readonly FunctionCode[] = ['drafter', 'procedure-control'];

/**
 * Agencies whose own values `actor` enters and corrects. By their own assignments for that very agency: a delegation is
 * for plans and documents, and a function for the whole country reports for nobody.
 */
export const agenciesReportedBy = (actor: Actor): string[] => [
  ...new Set(
    actor.assignments.flatMap((held) =>
      held.agency !== null && !held.onBehalfOf && REPORTING.includes(held.function) ? [held.agency] : [],
    ),
  ),
];

/**
 * Why `actor` may not enter or correct a figure: the programme office enters all of them, an agency's officers its own
 * values. Targets, and figures of groups, are the programme's.
 */
export function objectionToEntering(
  actor: Actor,
  { kind, agency }: Pick<IndicatorEntry, 'kind' | 'agency'>,
): Rejection | null {
  if (mayKeepRecord(actor)) return null;
  const own = agenciesReportedBy(actor);
  if (own.length === 0) return reject('FORBIDDEN').rejection;
  if (kind === 'target') {
    return reject('FORBIDDEN', { field: 'kind', details: { reason: 'target' } }).rejection;
  }
  if (agency !== null && own.includes(agency)) return null;
  return reject('NOT_YOUR_AGENCY', { field: 'agency', details: { reason: 'figure' } }).rejection;
}

/** An agency's time, for whom figures are entered. */
export interface EnteredFor {
  readonly kind: string;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

/** What an entry says once it is kept; `agency` is undefined when the catalogue does not know the one that is named. */
export function judgeEntry(
  indicator: Pick<Indicator, 'code' | 'unit' | 'period'>,
  input: EntryInput,
  { agency, today }: { readonly agency: EnteredFor | null | undefined; readonly today: LegalDate },
): Result<Omit<IndicatorEntry, 'version'>> {
  const { basedOn, reason, amount, ...entry } = input;
  if (kindOfPeriod(entry.period) !== indicator.period) return reject('INVALID_INPUT', { field: 'period' });
  if (entry.kind === 'value' && firstDayOf(entry.period) > today) {
    return reject('DATE_IN_FUTURE', { field: 'period' });
  }
  const objection = agency === null ? null : objectionToAgency(agency, entry.period);
  if (objection) return { ok: false, rejection: objection };
  const value = amount === null ? null : keptAs(indicator.unit, amount);
  if (amount !== null && value === null) return reject('INVALID_INPUT', { field: 'amount' });
  if (entry.outOf !== null && (indicator.unit === 'percent' || (value ?? 0) > entry.outOf)) {
    return reject('INVALID_INPUT', { field: 'outOf' });
  }
  // A first figure has nothing to take away; a changed one says why.
  if (basedOn === 0 && value === null) return reject('INVALID_INPUT', { field: 'amount' });
  if (basedOn > 0 && reason === '') return reject('REASON_REQUIRED', { field: 'reason' });
  return ok({ ...entry, indicator: indicator.code, value });
}

function objectionToAgency(agency: EnteredFor | undefined, period: string): Rejection | null {
  if (!agency || agency.kind === 'unit') return { code: 'UNKNOWN_AGENCY', field: 'agency' };
  const lived = agency.from <= lastDayOf(period) && (agency.to === null || agency.to >= firstDayOf(period));
  return lived ? null : { code: 'AGENCY_ENDED', field: 'agency' };
}
