import type { Instant } from '../day.ts';
import { ok, type Result } from '../errors.ts';
import { personRef } from '../person.ts';
import { optional } from '../plan/decide.ts';
import { decided, happened, type Stamp, timingAt } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedInspectionCommand } from './command.ts';
import type { InspectionEvent, InspectionEventBody } from './event.ts';
import { objectionToInspectionCommand } from './objections.ts';
import type { InspectionState } from './state.ts';

/** What a command does to an inspection, or why not. Pure; `now` is the workflow's time. */
export function decideInspection(
  state: InspectionState,
  command: StampedInspectionCommand,
  now: Instant,
): Result<InspectionEvent[]> {
  const objection = objectionToInspectionCommand(state, command, now);
  if (objection) return { ok: false, rejection: objection };
  return ok([decided(state, command, eventBody(state, command, now), now)]);
}

function eventBody(
  state: InspectionState,
  command: StampedInspectionCommand,
  now: Instant,
): InspectionEventBody {
  switch (command.type) {
    case 'noteFinding': {
      const { planCode, text, demand, deadline } = command;
      const timing = timingAt(deadline, now, state.calendar);
      const finding = state.findings.length + 1;
      return { type: 'findingNoted', finding, planCode, text, demand, deadline, timing };
    }
    case 'answerFinding':
      return { type: 'findingAnswered', finding: command.finding, text: command.text };
    case 'confirmRemedied':
      return { type: 'findingRemedied', finding: command.finding, ...optional('note', command.note) };
    case 'sendBackFinding': {
      const { finding, reason, deadline } = command;
      const timing = timingAt(deadline, now, state.calendar);
      return { type: 'findingSentBack', finding, reason, deadline, timing };
    }
    case 'dropFinding':
      return { type: 'findingDropped', finding: command.finding, reason: command.reason };
    case 'nameInspector':
      return { type: 'inspectorNamed', to: personRef(command.assignee), reason: command.reason };
    case 'moveAgency': {
      const { operation, move } = command;
      return { type: 'agencyMoved', operation, from: move.from, to: move.to };
    }
    case 'close':
      return { type: 'inspectionClosed', conclusion: command.conclusion };
    default:
      return assertNever(command);
  }
}

/** Marks findings that wait for the inspected agency due soon or overdue. */
export function inspectionTick(state: InspectionState, stamp: Stamp): InspectionEvent[] {
  const bodies = state.findings.flatMap((finding): InspectionEventBody[] => {
    if (finding.phase !== 'open') return [];
    const timing = timingAt(finding.deadline, stamp.at, state.calendar);
    if (timing === finding.timing) return [];
    return [{ type: 'findingTimingChanged', finding: finding.number, timing }];
  });
  return happened(state, bodies, stamp);
}
