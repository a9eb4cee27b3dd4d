import { sql } from 'kysely';
import type { BaselineInput } from '@tinhgon/rules/views/catalogue';
import type { Db, Trx } from '../schema.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

export interface SavedBaseline {
  programme: string;
  date: string;
  count: number;
  reason: string;
  recordedAt: string;
  recordedBy: string;
}

/**
 * Records the set of procedures a programme is measured by from a day on. A set recorded anew for the same day
 * takes its place from now on; the old one still answers questions about what was known before.
 */
export async function saveBaseline(db: Db, input: BaselineInput, stamp: Stamp): Promise<SavedBaseline> {
  return db.transaction().execute(async (trx) => {
    const baseline = { ...input, procedureCodes: [...new Set(input.procedureCodes)].sort() };
    if (!(await isOnRecord(trx, baseline))) {
      await writeCatalogue(
        trx,
        [{ subject: baselineSubject(baseline), body: { type: 'baselineSaved', baseline } }],
        stamp,
      );
    }
    const saved = await newest(trx, baseline);
    if (!saved) throw new Error(`baseline of ${baseline.programme} at ${baseline.date} was not written`);
    return {
      programme: saved.programme,
      date: saved.date,
      count: saved.count,
      reason: saved.reason,
      recordedAt: saved.recorded_at,
      recordedBy: saved.recorded_by,
    };
  });
}

export const baselineSubject = ({ programme, date }: Pick<BaselineInput, 'programme' | 'date'>): string =>
  `baseline/${programme}/${date}`;

const newest = (trx: Trx, { programme, date }: Pick<BaselineInput, 'programme' | 'date'>) =>
  trx
    .selectFrom('baseline')
    .selectAll()
    .where('programme', '=', programme)
    .where('date', '=', date)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whether the newest baseline of that day has the same reason and the same members. */
export async function isOnRecord(trx: Trx, baseline: BaselineInput): Promise<boolean> {
  const last = await newest(trx, baseline);
  if (!last || last.reason !== baseline.reason) return false;
  const { rows } = await sql<{ same: boolean }>`
    select coalesce(array_agg(procedure_code order by procedure_code), '{}')
      = (select array_agg(code order by code) from unnest(${baseline.procedureCodes}::text[] collate "C") code) as same
    from baseline_member where baseline_id = ${last.id}`.execute(trx);
  return rows[0]?.same ?? false;
}
