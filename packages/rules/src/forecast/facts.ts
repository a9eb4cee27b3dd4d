import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { LegalDate } from '../day.ts';
import type { PastVisit } from './history.ts';

type RecordedVisit = Omit<PastVisit, 'chain'>;

/** What the record says of one document by the end of a day. */
export interface DocumentFacts {
  readonly code: string;
  readonly agency: string;
  readonly chain: Chain;
  /** The chain of the shortened procedure; null where it goes that way already. */
  readonly shortened: Chain | null;
  readonly plannedSigningOn: LegalDate | null;
  readonly signedOn: LegalDate | null;
  readonly inForceOn: LegalDate | null;
  readonly visits: readonly RecordedVisit[];
}

export interface PlanFacts {
  readonly code: string;
  readonly agency: string;
  readonly chain: Chain;
  readonly reviewOn: LegalDate | null;
  readonly visits: readonly RecordedVisit[];
  /** The chain supposed for procedures the plan names no document for yet. */
  readonly supposed: Chain;
  readonly measures: readonly { readonly procedureCode: string; readonly documents: readonly string[] }[];
}

/** A procedure of the baseline that does not count. */
export interface UncountedFacts {
  readonly code: string;
  /** The day it will count by what is recorded already: everything is done and a document not in force yet. */
  readonly countsOn: LegalDate | null;
  /** Documents of the approved plan it stands with; empty before that. */
  readonly documents: readonly string[];
}

export interface ForecastFacts {
  readonly today: LegalDate;
  readonly calendar: WorkingCalendar;
  readonly documents: readonly DocumentFacts[];
  readonly plans: readonly PlanFacts[];
  readonly uncounted: readonly UncountedFacts[];
  readonly counted: number;
  readonly baseline: number;
}
