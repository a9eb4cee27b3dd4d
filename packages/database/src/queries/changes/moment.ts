import type { Actor } from '@tinhgon/rules/actor';
import { doer } from '@tinhgon/rules/person';
import type { EventEnvelope } from '@tinhgon/rules/plan/event';
import type { ChangesSince } from '@tinhgon/rules/views/changes';
import { lastLook } from '../../at-work/read-marks.ts';
import { eventOf } from '../../events/recorded-event.ts';
import type { Db } from '../../schema.ts';
import type { Past } from '../plans/lineage.ts';

/** `approval` and `decision`: the reader's last; `look`: before this visit of theirs; or the number of an event. */
export type Since = 'approval' | 'decision' | 'look' | number;

type Event = EventEnvelope & { readonly type: string };

/**
 * The moment that is compared with, and the subject as it was after it: in its own record, or in what it was split
 * off (`parts`, its own first).
 */
export async function momentOf<E extends Event, S>(
  db: Db,
  actor: Actor,
  since: Since,
  parts: readonly Pick<Past, 'subject' | 'upTo'>[],
  fold: (events: readonly E[]) => S | null,
): Promise<{ readonly since: NonNullable<ChangesSince>; readonly state: S } | null> {
  const look = since === 'look' ? await lastLook(db, actor.id, parts[0]?.subject ?? '') : null;
  if (since === 'look' && !look) return null;
  const number = look?.seq ?? (typeof since === 'number' ? since : null);
  for (const { subject, upTo } of number === null ? parts : parts.slice(0, 1)) {
    const rows = await db
      .selectFrom('current_event')
      .selectAll()
      .where('subject', '=', subject)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .execute();
    const events = rows.map((row) => eventOf(row) as unknown as E);
    const at = events.findLastIndex((event) =>
      number === null ? isOwnDecision(event, actor, since === 'approval') : event.seq === number,
    );
    const event = events[at];
    const state = fold(events.slice(0, at + 1));
    if (!event || !state) continue;
    if (look) return { since: { type: 'looked', step: null, at: look.at, by: nameOf(actor) }, state };
    const step = 'step' in event && typeof event.step === 'string' ? event.step : null;
    return { since: { type: event.type, step, at: event.at, by: doer(event) }, state };
  }
  return null;
}

/**
 * The reader's own, what was decided in their name, and what was decided by or for somebody they stand in for today:
 * whoever takes over reads on from where the other was.
 */
export function isOwnDecision(event: Event, actor: Actor, approvalsAlone: boolean): boolean {
  if (event.type !== 'approved' && (approvalsAlone || event.type !== 'returned')) return false;
  const mine = [actor.id, ...actor.assignments.flatMap(({ onBehalfOf }) => onBehalfOf?.id ?? [])];
  return mine.includes(event.actor.id) || (event.onBehalfOf ? mine.includes(event.onBehalfOf.id) : false);
}

const nameOf = ({ id, name }: Actor) => ({ id, name });
