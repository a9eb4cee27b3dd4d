import type { Actor } from '../actor.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Instant } from '../day.ts';
import { personRef } from '../person.ts';
import { timingAt } from '../subject-events.ts';
import type { RaiseBottleneck } from './command.ts';
import type { BottleneckEvent } from './event.ts';

export interface BottleneckStart extends RaiseBottleneck {
  readonly code: string;
  readonly calendar: WorkingCalendar;
  readonly actor: Actor;
  readonly commandId: string;
}

/** The first event of a bottleneck. */
export function startBottleneck(start: BottleneckStart, now: Instant): BottleneckEvent {
  const { actor, commandId, answerBy, calendar, code, on, campaign, what, cause, causeText, responsible } =
    start;
  return {
    type: 'bottleneckRaised',
    seq: 1,
    version: 1,
    at: now,
    actor: personRef(actor),
    commandId,
    state: {
      kind: 'bottleneck',
      schemaVersion: 1,
      rulesVersion: 1,
      code,
      calendar,
      phase: 'raised',
      raisedBy: personRef(actor),
      raisedFor: actor.agency,
      raisedAt: now,
      on,
      campaign,
      what,
      cause,
      causeText,
      responsible,
      answerBy,
      firstAnswerBy: answerBy,
      timing: timingAt(answerBy, now, calendar),
      waitingSince: now,
      answer: null,
    },
  };
}
