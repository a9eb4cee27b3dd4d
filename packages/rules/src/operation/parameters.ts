import type { LegalDate } from '../day.ts';
import type { LeavingChoices } from '../leaving.ts';
import type { PersonRef } from '../person.ts';
import type { Agency } from '../views/catalogue.ts';
import type { ReplanWhat } from '../views/terms.ts';
import type { BulkAction } from './bulk.ts';
import type { AgencyChangeKind } from './operation.ts';

/** The work of one or more agencies going to others from a day. */
export interface AgencyChange {
  readonly kind: AgencyChangeKind;
  readonly from: readonly string[];
  /** The first receives whatever is not assigned to another. */
  readonly to: readonly string[];
  readonly effectiveOn: LegalDate;
  /** Receiving agency by subject (`plan/…`, `document/…`, `person/…`), where it is not the first. */
  readonly assigned: Readonly<Record<string, string>>;
  /** The receiving agency where it is entered by the operation itself. */
  readonly newAgency?: Agency;
  /** A renaming that keeps the code, and with it everything that stands under it. */
  readonly newName?: { readonly nameVi: string; readonly nameEn: string | null };
}

export type OperationParameters =
  | { readonly of: 'bulk'; readonly action: BulkAction }
  | { readonly of: 'terms'; readonly what: ReplanWhat }
  | { readonly of: 'agencies'; readonly change: AgencyChange }
  | { readonly of: 'leaving'; readonly person: PersonRef; readonly choices: LeavingChoices };

/** How much an agency has of each kind of work. */
export const COUNTED_WORK = [
  'plans',
  'coPlans',
  'documents',
  'openSteps',
  'clocks',
  'overdue',
  'roles',
  'people',
  'procedures',
  'delegations',
  'bottlenecks',
  'campaigns',
  'inspections',
  'findings',
] as const;
export type WorkCounts = { readonly [kind in (typeof COUNTED_WORK)[number]]: number };

/** By agency, when the operation fixed what it moves and when it was through. */
export interface OperationCounts {
  readonly before: Readonly<Record<string, WorkCounts>>;
  readonly after?: Readonly<Record<string, WorkCounts>>;
}
