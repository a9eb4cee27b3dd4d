import { costOf, savingOf, savingPercent } from './saving.ts';
import type { CostSheet } from './sheet.ts';

/** What a sheet comes to, in đồng: one run, and a year. */
export interface CostFigures {
  readonly currentRun: number;
  readonly proposedRun: number;
  readonly current: number;
  readonly proposed: number;
  readonly real: number;
  readonly estimate: number;
}

export function figuresOf(sheet: CostSheet): CostFigures {
  const [current, proposed] = [costOf(sheet.current), costOf(sheet.proposed)];
  const { real, estimate } = savingOf(sheet);
  return {
    currentRun: current.run,
    proposedRun: proposed.run,
    current: current.yearly,
    proposed: proposed.yearly,
    real,
    estimate,
  };
}

/** The figures of a year that can be added up. */
export type YearFigures = Pick<CostFigures, 'current' | 'proposed' | 'real' | 'estimate'>;

export const summed = (all: readonly YearFigures[]): YearFigures =>
  all.reduce<YearFigures>(
    (sum, one) => ({
      current: sum.current + one.current,
      proposed: sum.proposed + one.proposed,
      real: sum.real + one.real,
      estimate: sum.estimate + one.estimate,
    }),
    { current: 0, proposed: 0, real: 0, estimate: 0 },
  );

/** The saving, last of all: whatever was added up was added up in whole đồng. */
export const withSaving = ({ current, proposed, real, estimate }: YearFigures) => ({
  current,
  proposed,
  real,
  estimate,
  saving: current - proposed,
  percent: savingPercent(current - proposed, current),
});
