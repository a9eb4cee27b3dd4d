import type { AsAt } from '@tinhgon/rules/counting';
import { type YearFigures, withSaving } from '@tinhgon/rules/cost/figures';
import type { CostSums } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import { knownAtMoment } from '../counting/counted.ts';
import { momentOf } from '../steps/open-on.ts';

export type AskedCost = AsAt & { readonly programme: string };

/**
 * Which cells of `proposed_cell p` say what the measures of plans approved by the end of the day asked for come to. Who
 * was in charge is a question of the moment asked for, not of the day.
 */
export const isProposed = (asked: AskedCost) => sql`
  p.programme = ${asked.programme} and ${knownAtMoment('p', { knownAt: momentOf(asked) })}
  and p.in_charge_from <= ${asked.knownAt}::timestamptz
  and (p.in_charge_to is null or p.in_charge_to > ${asked.knownAt}::timestamptz)`;

/** Sums of a year over cells: whole numbers, which are exact below 2^53. */
export const sumsOfYear = sql`
  coalesce(sum(procedures), 0)::int as procedures, coalesce(sum(sheets), 0)::int as sheets,
  coalesce(sum(current::float8), 0) as current, coalesce(sum(proposed::float8), 0) as proposed,
  coalesce(sum(real::float8), 0) as real, coalesce(sum(estimate::float8), 0) as estimate`;

export interface SumsRow extends YearFigures {
  procedures: number;
  sheets: number;
}

/** The share last, of sums of whole đồng. */
export const sumsOf = (row: SumsRow | undefined): CostSums => ({
  procedures: row?.procedures ?? 0,
  sheets: row?.sheets ?? 0,
  ...withSaving(row ?? { current: 0, proposed: 0, real: 0, estimate: 0 }),
});
