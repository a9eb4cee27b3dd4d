import { type Instant, laterOf, type LegalDate } from './day.ts';

/** Evidence of one procedure in one legal document of its measure; null where it is missing. */
export interface EvidenceDates {
  readonly inForceOn: LegalDate | null;
  readonly announcedOn: LegalDate | null;
  readonly enteredOn: LegalDate | null;
}

/**
 * The day a procedure counts as simplified: when every document of its measure is in force, the
 * announcement covering it is signed and its entry in the national database is made, the latest of all
 * these dates. Null while any is missing: no evidence, no count.
 */
export function countsOn(documents: readonly EvidenceDates[]): LegalDate | null {
  let latest: LegalDate | null = null;
  for (const { inForceOn, announcedOn, enteredOn } of documents) {
    if (inForceOn === null || announcedOn === null || enteredOn === null) return null;
    const day = laterOf(inForceOn, laterOf(announcedOn, enteredOn));
    latest = latest === null ? day : laterOf(latest, day);
  }
  return latest;
}

/** The two days of every question: which day's state, and what had been recorded by when. */
export interface AsAt {
  readonly asAt: LegalDate;
  readonly knownAt: Instant;
}

/** Whether a dated set is the baseline in force: the last one dated on or before the day. */
export function baselineAt<T extends { readonly date: LegalDate; readonly recordedAt: Instant }>(
  baselines: readonly T[],
  { asAt, knownAt }: AsAt,
): T | null {
  return baselines
    .filter((baseline) => baseline.date <= asAt && baseline.recordedAt <= knownAt)
    .reduce<T | null>(
      (last, next) =>
        !last || next.date > last.date || (next.date === last.date && next.recordedAt > last.recordedAt)
          ? next
          : last,
      null,
    );
}
