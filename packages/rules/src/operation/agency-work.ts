import type { Delegation } from '../delegation.ts';
import type { Agency, Assignment } from '../views/catalogue.ts';
import type { AgencyChange } from './parameters.ts';

/** What is found under the agencies whose work goes elsewhere. */
export interface AgencyWork {
  readonly agencies: readonly Agency[];
  /** Agencies that belong to one of them. */
  readonly children: readonly Agency[];
  /** Functions held for one of them on the day or later. */
  readonly assignments: readonly Assignment[];
  /** Functions held for the receiving agencies. */
  readonly receiving: readonly Assignment[];
  readonly people: readonly { readonly id: string; readonly agency: string }[];
  /** Given by those who hold them, and not over on the day. */
  readonly delegations: readonly Delegation[];
  /**
   * Whatever is open and stands under one of them: plans and documents with who holds their steps, bottlenecks by who
   * answers and who raised them, campaigns by whom they ask, inspections.
   */
  readonly subjects: readonly {
    readonly subject: string;
    readonly agencies: readonly string[];
    readonly holders: readonly string[];
  }[];
  readonly procedures: readonly { readonly code: string; readonly ministry: string }[];
}

/** Functions are held at the receiving agency before anything arrives there, and at the old one until all has left. */
export const STAGE = { open: 1, end: 2, move: 3, close: 4 } as const;

/** Who receives a plan, document, person or anything else that can be assigned. */
export const receiverOf = (
  { to, assigned }: Pick<AgencyChange, 'to' | 'assigned'>,
  subject: string,
): string => assigned[subject] ?? to[0] ?? '';
