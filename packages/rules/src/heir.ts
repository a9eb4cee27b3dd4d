import { type Agencies, type AgencyMovedFacts, movedAgencies, wholeMove } from './agency-move.ts';

/**
 * The agency that has the work of one that has ended, by the catalogue of the day: put in by whoever brings a command
 * or news to something closed that may open again.
 */
export interface Heir {
  readonly from: string;
  readonly to: string;
}

/**
 * The closed past stands under the names of its day; what opens again is for the agency that has the work now. Null
 * where its agency is still there.
 */
export function inheritedBy(agencies: Agencies, heir: Heir | undefined): AgencyMovedFacts | null {
  if (heir?.from !== agencies.leadAgency) return null;
  const { leadAgency, coAgencies } = agencies;
  const before = { leadAgency, coAgencies };
  const { from, to } = heir;
  return {
    type: 'agencyMoved',
    operation: 'successor',
    from,
    to,
    before,
    ...movedAgencies(before, wholeMove(from, to)),
  };
}
