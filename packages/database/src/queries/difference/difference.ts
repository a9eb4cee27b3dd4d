import { sharePercent } from '@tinhgon/rules/share';
import type { DifferenceCause, DifferenceView } from '@tinhgon/rules/views/difference';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { baselinesOf } from './baselines-of.ts';
import { cellLinesCte, isKnownAtOnce } from './known-at-once.ts';
import { daysCtes, linesCte, type TwoDays } from './standing-cte.ts';

interface Sum {
  cause: DifferenceCause | null;
  procedures: number;
  simplified: number;
  baseline: number;
  counted: number;
  counts: number;
}

interface Part {
  ministry: string | null;
  baseline_from: number;
  simplified_from: number;
  baseline_to: number;
  simplified_to: number;
}

interface Set {
  date: string;
  count: number;
  reason: string;
}

/**
 * What became of a programme's number between two days, each as it was known at its moment: the causes add up to the
 * difference, and the parts by agency to both sides. Null when there is no such programme.
 */
export async function difference(db: Db, asked: TwoDays): Promise<DifferenceView | null> {
  const baselines = await baselinesOf(db, asked);
  const lines = isKnownAtOnce(asked, baselines) ? cellLinesCte(asked, baselines) : linesCte(asked);
  const { rows } = await sql<{
    name_vi: string;
    name_en: string | null;
    from_set: Set | null;
    to_set: Set | null;
    sums: Sum[];
    parts: Part[];
  }>`
    with ${daysCtes(asked)}, ${lines},
    sums as (
      select cause, sum(procedures)::int as procedures,
        sum(procedures * (counts::int - counted::int))::int as simplified,
        sum(procedures * (is_measured::int - was_measured::int))::int as baseline,
        coalesce(sum(procedures) filter (where counted), 0)::int as counted,
        coalesce(sum(procedures) filter (where counts), 0)::int as counts
      from line group by cause having sum(procedures) <> 0
    ),
    sides as (
      select ministry_before as ministry, was_measured::int * procedures as baseline_from,
        counted::int * procedures as simplified_from, 0 as baseline_to, 0 as simplified_to from line where was_in
      union all
      select ministry_after, 0, 0, is_measured::int * procedures, counts::int * procedures from line where is_in
    ),
    parts as (
      select ministry, sum(baseline_from)::int as baseline_from, sum(simplified_from)::int as simplified_from,
        sum(baseline_to)::int as baseline_to, sum(simplified_to)::int as simplified_to
      from sides group by ministry
    )
    select programme.name_vi, programme.name_en,
      (select json_build_object('date', date, 'count', count, 'reason', reason) from before_set) as from_set,
      (select json_build_object('date', date, 'count', count, 'reason', reason) from after_set) as to_set,
      (select coalesce(json_agg(sums), '[]') from sums) as sums,
      (select coalesce(json_agg(parts order by baseline_to desc, simplified_to desc, ministry), '[]') from parts) as parts
    from programme where code = ${asked.programme}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const side = (set: Set | null, count: (sum: Sum) => number, at: TwoDays['from']) => {
    const simplified = row.sums.reduce((total, sum) => total + count(sum), 0);
    return {
      ...at,
      baseline: set,
      simplified,
      sharePercent: set ? sharePercent(simplified, set.count) : null,
    };
  };
  const refOf = await agencyRefsThen(
    db,
    row.parts.map(({ ministry }) => ministry ?? ''),
    asked.to,
  );
  return {
    programme: asked.programme,
    name: { vi: row.name_vi, en: row.name_en },
    from: side(row.from_set, ({ counted }) => counted, asked.from),
    to: side(row.to_set, ({ counts }) => counts, asked.to),
    causes: row.sums.flatMap(({ cause, procedures, simplified, baseline }) =>
      cause === null ? [] : [{ cause, procedures, simplified, baseline }],
    ),
    byMinistry: row.parts.map((part) => ({
      agency: refOf(part.ministry ?? ''),
      from: { baseline: part.baseline_from, simplified: part.simplified_from },
      to: { baseline: part.baseline_to, simplified: part.simplified_to },
    })),
  };
}
