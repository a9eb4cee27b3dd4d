import type { Instant } from '@tinhgon/rules/days';
import type { Db } from '../../schema.ts';

/**
 * The moment of the last event written by `moment`: an answer as known then is the same for ever, whereas one as
 * known "now" could miss what is being written just now and find it when it is asked again. `moment` itself when
 * nothing was on record by then.
 */
export async function knownUpTo(db: Db, moment: Instant): Promise<Instant> {
  const last = await db
    .selectFrom('event')
    .select('written_at')
    .where('written_at', '<=', moment)
    .orderBy('written_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.written_at ?? moment;
}
