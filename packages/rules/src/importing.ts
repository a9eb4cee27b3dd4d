import type { Actor } from './actor.ts';
import { IMPORT_KINDS, type ImportKind } from './import-kinds.ts';
import { agenciesReportedBy } from './indicator/entering.ts';
import { mayKeepRecord } from './policy.ts';

/**
 * What `actor` may import: the programme office everything, who reports for an agency its figures. Each row is judged
 * besides.
 */
export function importKindsOf(actor: Actor): readonly ImportKind[] {
  if (mayKeepRecord(actor)) return IMPORT_KINDS;
  return agenciesReportedBy(actor).length > 0 ? ['indicator-figures'] : [];
}
