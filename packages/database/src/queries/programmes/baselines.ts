import type { z } from 'zod';
import type { baselineView } from '@tinhgon/rules/views/totals';
import type { Db } from '../../schema.ts';

/** A programme's baselines, newest first. */
export function baselines(db: Db, programme: string): Promise<z.infer<typeof baselineView>[]> {
  return db
    .selectFrom('baseline')
    .select([
      'programme',
      'date',
      'count',
      'reason',
      'recorded_at as recordedAt',
      'recorded_by as recordedBy',
    ])
    .where('programme', '=', programme)
    .orderBy('date', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}
