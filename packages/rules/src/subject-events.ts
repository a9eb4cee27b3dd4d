import type { Actor } from './actor.ts';
import { timingOf } from './clock.ts';
import { dayOf, type Instant, type LegalDate } from './day.ts';
import { type Rejection, reject } from './errors.ts';
import { personRef } from './person.ts';
import type { EventEnvelope } from './plan/event.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { StepTiming } from './vocabulary.ts';

interface Counted {
  readonly seq: number;
  readonly version: number;
}

interface Given {
  readonly type: string;
  readonly actor: Actor;
  readonly commandId: string;
}

/** What an event says of when it stands and who made it. */
export type Stamp = Pick<EventEnvelope, 'at' | 'actor'>;

/** A remark, and under which agency something stands, change nothing of what somebody is about to decide on. */
const LEAVES_VERSION: readonly string[] = ['commented', 'agencyMoved'];

/** The event that follows from a person's command. */
export function decided<Body extends { readonly type: string }>(
  state: Counted,
  command: Given,
  body: Body,
  now: Instant,
): Body & EventEnvelope {
  return {
    ...body,
    seq: state.seq + 1,
    version: LEAVES_VERSION.includes(body.type) ? state.version : state.version + 1,
    at: now,
    actor: personRef(command.actor),
    commandId: command.commandId,
  };
}

/** Events that no person gave; they leave the version as it is, so that nobody's page goes stale over night. */
export const happened = <Body extends { readonly type: string }>(
  state: Counted,
  bodies: readonly Body[],
  stamp: Stamp,
): (Body & EventEnvelope)[] =>
  bodies.map((body, index) => ({
    ...body,
    seq: state.seq + 1 + index,
    version: state.version,
    at: stamp.at,
    actor: stamp.actor,
  }));

/**
 * A subject after one more event, by what its kind makes of the first and of later ones.
 *
 * @throws RangeError when the event is not the next one, or the first is not a beginning.
 */
export function afterEvent<State extends Counted, Event extends EventEnvelope & { readonly type: string }>(
  state: State | null,
  event: Event,
  begun: (event: Event) => Omit<State, 'seq' | 'version'> | null,
  change: (state: State, event: Event) => Partial<State>,
): State {
  if (event.seq !== (state?.seq ?? 0) + 1) {
    throw new RangeError(`event ${event.seq} does not follow ${state?.seq ?? 0}`);
  }
  const { seq, version } = event;
  const first = begun(event);
  if (first) return { ...first, seq, version } as State;
  if (!state) throw new RangeError(`nothing can begin with ${event.type}`);
  return { ...state, ...change(state, event), seq, version };
}

/** A day somebody is given may not lie in the past. */
export const objectionToDay = (day: LegalDate, now: Instant, field: string): Rejection | null =>
  day >= dayOf(now) ? null : reject('DATE_ORDER', { field, details: { earliest: dayOf(now) } }).rejection;

export const timingAt = (dueOn: LegalDate, now: Instant, calendar: WorkingCalendar): StepTiming =>
  timingOf(dueOn, dayOf(now), calendar);
