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

/** Part of what a line costs less in a year: `from` less `to` (nothing, where only the number of runs changed), so often. */
export interface SavingTerm {
  readonly by: 'content' | 'wage' | 'times' | 'subjects';
  readonly real: boolean;
  readonly from: number;
  readonly to: number;
  readonly runs: number;
}

/**
 * What each line costs less in a year, term by term. A newer version of the same wage is never a cut, whatever else
 * changed: the new time is put at the old wage first. A change of lines is counted at today's number of runs, a change
 * of that number at the proposed cost of each line.
 */
export function savingTerms({ current, proposed, reestimated }: CostSheet) {
  const keys = new Set([...current.lines, ...proposed.lines].map(({ key }) => key));
  const runsNow = current.timesAYear * current.subjectsAYear;
  const byTimes = (current.timesAYear - proposed.timesAYear) * current.subjectsAYear;
  const bySubjects = proposed.timesAYear * (current.subjectsAYear - proposed.subjectsAYear);
  return [...keys].toSorted().map((key) => {
    const before = current.lines.find((line) => line.key === key);
    const after = proposed.lines.find((line) => line.key === key);
    const was = before ? lineDong(before.amount) : 0;
    const is = after ? lineDong(after.amount) : 0;
    const atOldWage = atWageOf(before, after) ?? is;
    const terms: SavingTerm[] = [
      { by: 'content', real: !reestimated.lines.includes(key), from: was, to: atOldWage, runs: runsNow },
      { by: 'wage', real: false, from: atOldWage, to: is, runs: runsNow },
      { by: 'times', real: !reestimated.times, from: is, to: 0, runs: byTimes },
      { by: 'subjects', real: !reestimated.subjects, from: is, to: 0, runs: bySubjects },
    ];
    return { key, terms: terms.filter(({ from, to, runs }) => from !== to && runs !== 0) };
  });
}

/** What a line would cost at the wage its other side was put at, where both are of one wage. */
function atWageOf(before: CostLine | undefined, after: CostLine | undefined): number | null {
  if (before?.amount.by !== 'time' || after?.amount.by !== 'time') return null;
  const { wage } = before.amount;
  return wage.parameter === after.amount.wage.parameter ? lineDong(after.amount, wage.dongPerHour) : null;
}

export const termDong = ({ from, to, runs }: SavingTerm): number => (from - to) * runs;

/** Current less proposed, line by line, real cuts apart from what was only estimated anew. */
export function savingOf(sheet: CostSheet) {
  const part = (terms: readonly SavingTerm[], real: boolean) =>
    sum(terms.filter((term) => term.real === real).map(termDong));
  const lines = savingTerms(sheet).map(({ key, terms }) => {
    const [real, estimate] = [part(terms, true), part(terms, false)];
    return { key, real, estimate, saving: real + estimate };
  });
  const real = sum(lines.map((line) => line.real));
  const estimate = sum(lines.map((line) => line.estimate));
  const whole = costOf(sheet.current).yearly;
  return { lines, real, estimate, saving: real + estimate, percent: savingPercent(real + estimate, whole) };
}

/** Below nought where the proposed procedure costs more. */
export function savingPercent(saving: number, whole: number): number | null {
  if (saving >= 0) return sharePercent(saving, whole);
  const more = sharePercent(-saving, whole);
  return more === null ? null : 0 - more;
}
