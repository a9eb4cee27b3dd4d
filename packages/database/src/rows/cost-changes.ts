import type { Instant } from '@tinhgon/rules/days';
import { countingMeasures } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { PeriodChange } from './write-periods.ts';

/** What names a period of costs, besides when it began. */
export const COST_KEY = ['plan_code', 'procedure_code'];

/** Measures with a cost sheet by which the plan's procedures count, each until another text of it does. */
function costs(state: PlanState | null): Map<string, PeriodChange['row']> {
  if (!state) return new Map();
  return new Map(
    countingMeasures(state).flatMap(({ procedureCode, hash, material }) =>
      material?.cost === undefined
        ? []
        : [
            [
              `${procedureCode}\n${hash}`,
              {
                plan_code: state.code,
                procedure_code: procedureCode,
                programme: state.programme,
                measure_hash: hash,
              },
            ] as const,
          ],
    ),
  );
}

/** Which costs began or ended to be on record with an event written at `at`, undefined for now; ended ones first. */
export function costChanges(
  before: PlanState | null,
  after: PlanState,
  at: Instant | undefined,
): PeriodChange[] {
  const [old, now] = [costs(before), costs(after)];
  return [
    ...[...old].flatMap(([key, row]) => (now.has(key) ? [] : [{ change: 'ended' as const, at, row }])),
    ...[...now].flatMap(([key, row]) => (old.has(key) ? [] : [{ change: 'begun' as const, at, row }])),
  ];
}
