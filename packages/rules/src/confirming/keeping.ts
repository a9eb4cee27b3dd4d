import type { DocumentState } from '../document/state.ts';
import type { PlanState } from '../plan/state.ts';
import { remarksOf } from '../remark/state.ts';
import type { StepKey } from '../vocabulary.ts';

/** Of these procedures the ones that leave a check with remarks of its own that are not settled. */
export function unsettledIn(
  state: PlanState | DocumentState,
  check: StepKey,
  procedureCodes: readonly string[],
): readonly string[] {
  const about = new Set(
    remarksOf(state)
      .filter((remark) => remark.check === check && remark.resolvedBy === undefined)
      .map(({ procedureCode }) => procedureCode),
  );
  return procedureCodes.filter((code) => about.has(code));
}

/** Whether a document leaves a check with remarks of the check that are not settled. */
export const isUnsettled = (state: DocumentState, check: StepKey): boolean =>
  remarksOf(state).some((remark) => remark.check === check && remark.resolvedBy === undefined);
