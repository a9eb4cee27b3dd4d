import type { Actor } from '../actor.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Instant } from '../day.ts';
import { personRef } from '../person.ts';
import { timingAt } from '../subject-events.ts';
import type { OpenCampaign } from './command.ts';
import type { CampaignEvent } from './event.ts';

export interface CampaignStart extends Omit<OpenCampaign, 'agencies'> {
  readonly code: string;
  /** The agencies of the day. */
  readonly asked: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly actor: Actor;
  readonly commandId: string;
}

/** The first event of a campaign. */
export function startCampaign(start: CampaignStart, now: Instant): CampaignEvent {
  const { actor, commandId, answerBy, calendar, code, title, question, asks, asked } = start;
  return {
    type: 'campaignOpened',
    seq: 1,
    version: 1,
    at: now,
    actor: personRef(actor),
    commandId,
    state: {
      kind: 'campaign',
      schemaVersion: 1,
      rulesVersion: 1,
      code,
      calendar,
      phase: 'open',
      openedBy: personRef(actor),
      openedAt: now,
      title,
      question,
      asks,
      asked: [...new Set(asked)].sort(),
      answerBy,
      timing: timingAt(answerBy, now, calendar),
      answers: {},
      reminder: null,
      closedAt: null,
    },
  };
}
