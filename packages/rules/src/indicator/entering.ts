import type { LegalDate } from '../day.ts';
import { ok, reject, type Rejection, type Result } from '../errors.ts';
import { keptAs } from './amount.ts';
import type { EntryInput, Indicator, IndicatorEntry } from './indicator.ts';
import { firstDayOf, kindOfPeriod, lastDayOf } from './period.ts';

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
