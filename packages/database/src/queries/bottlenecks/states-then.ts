import type { BottleneckEvent } from '@tinhgon/rules/bottleneck/event';
import { evolveBottleneck } from '@tinhgon/rules/bottleneck/evolve';
import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import type { AsAt } from '@tinhgon/rules/counting';
import { addDays, startOfDay } from '@tinhgon/rules/days';
import { eventOf } from '../../events/recorded-event.ts';
import type { Db } from '../../schema.ts';

/**
 * Bottlenecks as they stood at the end of a day, as known at a moment: with the answer and the day of then, whatever was
 * recorded since. In the order of their codes given; one of which nothing was recorded by then is left out.
 */
export async function statesThen(
  db: Db,
  codes: readonly string[],
  { asAt, knownAt }: AsAt,
): Promise<BottleneckState[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('current_event')
    .selectAll()
    .where(
      'subject',
      'in',
      codes.map((code) => `bottleneck/${code}`),
    )
    .where('written_at', '<', startOfDay(addDays(asAt, 1)))
    .where('written_at', '<=', knownAt)
    .orderBy('subject')
    .orderBy('seq')
    .execute();
  const states = new Map<string, BottleneckState>();
  for (const row of rows) {
    const event = eventOf(row) as BottleneckEvent;
    states.set(row.subject, evolveBottleneck(states.get(row.subject) ?? null, event));
  }
  return codes.flatMap((code) => states.get(`bottleneck/${code}`) ?? []);
}
