import { withSaving } from '@tinhgon/rules/cost/figures';
import type { costProcedurePage } from '@tinhgon/rules/views/cost';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { costCtes, type SumsRow } from './cost-ctes.ts';
import { type AskedLines, savingPlace } from './cost-plans.ts';

interface Row extends Omit<SumsRow, 'procedures' | 'sheets'> {
  code: string;
  name_vi: string;
  name_en: string | null;
  ministry: string | null;
  counts_on: string;
  current_run: number;
  proposed_run: number;
}

/** Procedures that count and have a cost sheet, largest saving first. */
export async function costProcedures(db: Db, asked: AskedLines): Promise<z.infer<typeof costProcedurePage>> {
  const [saving, code] = placeOf(savingPlace, asked.cursor) ?? [];
  const own = sql`
    with ${costCtes(asked)},
    line as (
      select c.procedure_code as code, p.name_vi, p.name_en, c.ministry, c.counts_on,
        c.current_run::float8, c.proposed_run::float8, c.current::float8, c.proposed::float8, c.real::float8,
        c.estimate::float8
      from counted c join procedure p on p.code = c.procedure_code
      where c.measure_hash is not null
        ${asked.ministry === undefined ? sql`` : sql`and c.ministry = ${asked.ministry}`}
    )`;
  const after =
    saving === undefined
      ? sql``
      : sql`where (proposed - current, code) > (${-saving}::float8, ${code}::text collate "C")`;
  const [page, all] = await Promise.all([
    sql<Row>`${own} select * from line ${after} order by proposed - current, code limit ${asked.limit + 1}`.execute(
      db,
    ),
    sql<{ total: number }>`${own} select count(*)::int as total from line`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
  const refOf = await agencyRefs(
    db,
    rows.flatMap(({ ministry }) => ministry ?? []),
  );
  return {
    asAt: asked.asAt,
    knownAt: asked.knownAt,
    items: rows.map((row) => ({
      code: row.code,
      name: { vi: row.name_vi, en: row.name_en },
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
