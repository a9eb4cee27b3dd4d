import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Db } from '../../schema.ts';

/** Part of the record that is a plan's past: the events of `subject` up to a number. */
export interface Past {
  readonly subject: string;
  readonly code: string;
  readonly upTo: number;
}

/** Where a plan's history lies before it was split off, nearest first; empty for one that began by itself. */
export async function pastOf(db: Db, state: Pick<PlanState, 'splitFrom'>): Promise<Past[]> {
  const past: Past[] = [];
  for (let { splitFrom } = state; splitFrom; ) {
    const { code, seq } = splitFrom;
    past.push({ subject: `plan/${code}`, code, upTo: seq - 1 });
    const row = await db.selectFrom('plan').select('state').where('code', '=', code).executeTakeFirst();
    splitFrom = row?.state.splitFrom;
  }
  return past;
}
