import type { Actor } from '@tinhgon/rules/actor';
import { objectionToConfirming } from '@tinhgon/rules/baseline/proposal';
import type { BaselineView } from '@tinhgon/rules/views/baseline';
import type { Db } from '../../schema.ts';
import { permissionOf } from '../permission-of.ts';

/** A programme's baselines, newest first; of one date the newest recording holds. */
export async function baselines(db: Db, programme: string, reader: Actor): Promise<BaselineView[]> {
  const rows = await db
    .selectFrom('baseline')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('date', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const seen = new Set<string>();
  return rows.map((row) => {
    const replaced = seen.has(row.date);
    seen.add(row.date);
    return {
      id: row.id,
      programme: row.programme,
      date: row.date,
      count: row.count,
      reason: row.reason,
      decision: row.decision,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      confirmedBy: row.confirmed_by,
      confirmedAt: row.confirmed_at,
      replaced,
      mayConfirm: permissionOf(
        objectionToConfirming(
          { recordedById: row.recorded_by_id, confirmed: row.confirmed_by !== null },
          reader,
        ),
      ),
    };
  });
}
