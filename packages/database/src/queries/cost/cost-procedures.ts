import { withSaving } from '@tinhgon/rules/cost/figures';
import type { costProcedurePage } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { baselineInForce } from '../counting/baseline-in-force.ts';
import { cellCtes, inChargeCte, knownAtMoment } from '../counting/counted.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { procedureNamesThen } from '../then/names-then.ts';
import { type AskedLines, savingPlace } from './cost-plans.ts';
import type { SumsRow } from './cost-sums.ts';

interface Row extends Omit<SumsRow, 'procedures' | 'sheets'> {
  code: string;
  ministry: string | null;
  counts_on: string;
  current_run: number;
  proposed_run: number;
}

/** Procedures that count and have a cost sheet, largest saving first. */
export async function costProcedures(db: Db, asked: AskedLines): Promise<z.infer<typeof costProcedurePage>> {
  const [saving, code] = placeOf(savingPlace, asked.cursor) ?? [];
  const baseline = await baselineInForce(db, asked.programme, asked);
  const counts = sql`c.counts_on <= ${asked.asAt}::date`;
  const ofMinistry =
    asked.ministry === undefined
      ? sql``
      : sql`and c.ministries in (select ministries from in_charge where ministry = ${asked.ministry})`;
  const after =
    saving === undefined
      ? sql``
      : sql`and (-c.saving, c.procedure_code) > (${-saving}::bigint, ${code}::text collate "C")`;
  const [page, all] = await Promise.all([
    // In the order of an index, so that no more is read than a page needs.
    sql<Row>`
      with ${inChargeCte(asked)}
      select c.procedure_code as code, in_charge.ministry, c.counts_on,
        m.current_run::float8, m.proposed_run::float8, m.current::float8, m.proposed::float8, m.real::float8,
        m.estimate::float8
      from counted_period c
      join measure_cost m using (measure_hash)
      join in_charge using (ministries)
      where c.programme = ${asked.programme} and c.saving is not null and ${knownAtMoment('c', asked)}
        and ${counts} ${ofMinistry} ${after}
        and ${
          baseline === null
            ? sql`true`
            : sql`exists (
          select from baseline_member b where b.baseline_id = ${baseline} and b.procedure_code = c.procedure_code)`
        }
      order by -c.saving, c.procedure_code limit ${asked.limit + 1}`.execute(db),
    sql<{ total: number }>`
      with ${cellCtes(asked, asked.programme)}
      select coalesce(sum(sheets), 0)::int as total from cell c where ${counts} ${ofMinistry}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
  const [refOf, names] = await Promise.all([
    agencyRefsThen(
      db,
      rows.flatMap(({ ministry }) => ministry ?? []),
      asked,
    ),
    procedureNamesThen(
      db,
      rows.map(({ code: one }) => one),
      asked,
    ),
  ]);
  return {
    asAt: asked.asAt,
    knownAt: asked.knownAt,
    items: rows.map((row) => ({
      code: row.code,
      name: names.get(row.code) ?? { vi: row.code, en: null },
      ministry: row.ministry === null ? null : refOf(row.ministry),
      countsOn: row.counts_on,
      currentRun: row.current_run,
      proposedRun: row.proposed_run,
      ...withSaving(row),
    })),
    total: all.rows[0]?.total ?? 0,
    nextCursor: last ? cursorOf([last.current - last.proposed, last.code]) : null,
  };
}
