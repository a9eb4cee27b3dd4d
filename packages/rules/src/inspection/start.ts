import type { Actor } from '../actor.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Instant } from '../day.ts';
import { type PersonRef, personRef } from '../person.ts';
import type { OpenInspection } from './command.ts';
import type { InspectionEvent } from './event.ts';

export interface InspectionStart extends Omit<OpenInspection, 'members'> {
  readonly code: string;
  readonly members: readonly PersonRef[];
  readonly calendar: WorkingCalendar;
  readonly actor: Actor;
  readonly commandId: string;
}

/** The first event of an inspection. */
export function startInspection(start: InspectionStart, now: Instant): InspectionEvent {
  const { actor, commandId, ...facts } = start;
  const { code, calendar, agency, subject, periodFrom, periodTo, from, to, members } = facts;
  return {
    type: 'inspectionOpened',
    seq: 1,
    version: 1,
    at: now,
    actor: personRef(actor),
    commandId,
    state: {
      kind: 'inspection',
      schemaVersion: 1,
      rulesVersion: 1,
      code,
      calendar,
      phase: 'open',
      openedBy: personRef(actor),
      openedAt: now,
      agency,
      subject,
      periodFrom,
      periodTo,
      from,
      to,
      members,
      findings: [],
      conclusion: null,
      closedAt: null,
    },
  };
}
