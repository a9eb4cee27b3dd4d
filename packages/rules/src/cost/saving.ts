import { sharePercent } from '../share.ts';
import { lineDong } from './line.ts';
import type { CostLine, CostSheet, CostSide } from './sheet.ts';

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

/** Work is what is counted by time; fees and other direct costs are what is entered in đồng. */
export function costOf({ lines, timesAYear, subjectsAYear }: CostSide) {
  const part = (by: 'time' | 'dong') =>
    sum(lines.filter(({ amount }) => amount.by === by).map(({ amount }) => lineDong(amount)));
  const work = part('time');
  const direct = part('dong');
  return { work, direct, run: work + direct, yearly: (work + direct) * timesAYear * subjectsAYear };
}

/**
 * What a line costs less in one run. A newer version of the same wage is never a cut, whatever else changed:
 * the new time is put at the old wage first.
 */
function runSaving(before: CostLine | undefined, after: CostLine | undefined, reestimated: boolean) {
  const was = before ? lineDong(before.amount) : 0;
  const is = after ? lineDong(after.amount) : 0;
  let atOldWage = is;
  if (before?.amount.by === 'time' && after?.amount.by === 'time') {
    const { wage } = before.amount;
    if (wage.parameter === after.amount.wage.parameter) atOldWage = lineDong(after.amount, wage.dongPerHour);
  }
  const changed = was - atOldWage;
  return { real: reestimated ? 0 : changed, estimate: atOldWage - is + (reestimated ? changed : 0), is };
}

/** Current less proposed, line by line, real cuts apart from what was only estimated anew. */
export function savingOf({ current, proposed, reestimated }: CostSheet) {
  const keys = new Set([...current.lines, ...proposed.lines].map(({ key }) => key));
  const runsNow = current.timesAYear * current.subjectsAYear;
  const byTimes = (current.timesAYear - proposed.timesAYear) * current.subjectsAYear;
  const bySubjects = proposed.timesAYear * (current.subjectsAYear - proposed.subjectsAYear);
  const realRuns = (reestimated.times ? 0 : byTimes) + (reestimated.subjects ? 0 : bySubjects);
  const estimatedRuns = byTimes + bySubjects - realRuns;
  const lines = [...keys].toSorted().map((key) => {
    const one = runSaving(
      current.lines.find((line) => line.key === key),
      proposed.lines.find((line) => line.key === key),
      reestimated.lines.includes(key),
    );
    const real = one.real * runsNow + one.is * realRuns;
    const estimate = one.estimate * runsNow + one.is * estimatedRuns;
    return { key, real, estimate, saving: real + estimate };
  });
  const real = sum(lines.map((line) => line.real));
  const estimate = sum(lines.map((line) => line.estimate));
  const whole = costOf(current).yearly;
  return { lines, real, estimate, saving: real + estimate, percent: savingPercent(real + estimate, whole) };
}

/** Below nought where the proposed procedure costs more. */
export function savingPercent(saving: number, whole: number): number | null {
  if (saving >= 0) return sharePercent(saving, whole);
  const more = sharePercent(-saving, whole);
  return more === null ? null : 0 - more;
}
