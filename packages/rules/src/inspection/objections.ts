import type { Actor } from '../actor.ts';
import type { MoveAgencyCommand } from '../agency-move.ts';
import type { Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { readsEverything } from '../policy.ts';
import { leads, speaksFor } from '../speaking.ts';
import { objectionToDay } from '../subject-events.ts';
import { assertNever } from '../vocabulary.ts';
import type { InspectionCommandType, OpenInspection, StampedInspectionCommand } from './command.ts';
import {
  type Finding,
  type FindingPhase,
  type InspectionState,
  isFindingEnded,
  MOST_FINDINGS,
  MOST_MEMBERS,
} from './state.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Whether somebody may inspect an agency: a supervisor or the programme office, and nobody their own agency. */
export function objectionToInspecting(actor: Actor, agency: string): Rejection | null {
  if (!leads(actor) || actor.roles.includes('auditor')) return no('FORBIDDEN');
  return speaksFor(actor, agency) ? no('OWN_AGENCY') : null;
}

/** Why `actor` cannot open this inspection with these `members`, or null. */
export function objectionToOpening(
  actor: Actor,
  input: OpenInspection,
  members: readonly Actor[],
): Rejection | null {
  const own = objectionToInspecting(actor, input.agency);
  if (own) return own.code === 'OWN_AGENCY' ? { ...own, field: 'agency' } : own;
  if (input.periodTo < input.periodFrom) {
    return no('DATE_ORDER', { field: 'periodTo', details: { earliest: input.periodFrom } });
  }
  if (input.to < input.from) return no('DATE_ORDER', { field: 'to', details: { earliest: input.from } });
  const unfit = members.findIndex((member) => objectionToInspecting(member, input.agency) !== null);
  return unfit < 0 ? null : no('INVALID_INSPECTOR', { field: `members.${unfit}` });
}

/** Who sees an inspection: every role but the administrator's, and the people of the inspected agency. */
export const maySeeInspection = (actor: Actor, agency: string): boolean =>
  readsEverything(actor) || speaksFor(actor, agency);

/** Why a command cannot be carried out now, or null. */
export function objectionToInspectionCommand(
  state: InspectionState,
  command: StampedInspectionCommand,
  now: Instant,
): Rejection | null {
  if (command.type === 'moveAgency') return objectionToMoving(state, command);
  if (command.expectedVersion !== state.version) {
    return no('STALE_VERSION', { details: { version: state.version } });
  }
  const byType = objectionToInspectionAction(state, command.type, command.actor);
  if (byType) return byType;
  if (command.type === 'nameInspector') return objectionToNaming(state, command.assignee);
  if ('finding' in command) {
    const finding = state.findings[command.finding - 1];
    if (!finding) return no('UNKNOWN_FINDING', { field: 'finding' });
    const byFinding = objectionToFindingAction(state, command.type, finding, command.actor);
    if (byFinding) return byFinding;
  }
  return 'deadline' in command ? objectionToDay(command.deadline, now, 'deadline') : null;
}

const objectionToNaming = (state: InspectionState, named: Actor): Rejection | null => {
  if (isInspector(state, named)) return no('ALREADY_INSPECTOR', { field: 'to' });
  return objectionToInspecting(named, state.agency) && no('INVALID_INSPECTOR', { field: 'to' });
};

/** Its findings go along with it, as they are. One that is closed stands under the names of its day. */
function objectionToMoving(
  { phase, agency }: InspectionState,
  { actor, move }: Pick<MoveAgencyCommand, 'actor' | 'move'>,
): Rejection | null {
  if (!actor.roles.includes('programme-office')) return no('FORBIDDEN');
  if (phase === 'closed') return no('SUBJECT_CLOSED');
  return agency === move.from && agency !== move.to ? null : no('NOTHING_TO_MOVE');
}

const isInspector = (state: InspectionState, actor: Pick<Actor, 'id'>): boolean =>
  actor.id === state.openedBy.id || state.members.some((member) => member.id === actor.id);

/** The part of the answer that needs no payload, which explains a disabled button. */
export function objectionToInspectionAction(
  state: InspectionState,
  type: InspectionCommandType,
  actor: Actor,
): Rejection | null {
  if (state.phase === 'closed') return no('SUBJECT_CLOSED');
  switch (type) {
    case 'answerFinding':
      return speaksFor(actor, state.agency)
        ? null
        : no('NOT_YOUR_AGENCY', { details: { agency: state.agency } });
    case 'noteFinding':
      if (state.findings.length >= MOST_FINDINGS) return no('TOO_LARGE', { details: { max: MOST_FINDINGS } });
      return objectionToInspector(state, actor);
    case 'confirmRemedied':
    case 'sendBackFinding':
    case 'dropFinding':
      return objectionToInspector(state, actor);
    case 'nameInspector':
      // Whoever could have opened it: its inspectors may all have left, or work for the inspected agency by now.
      if (state.members.length >= MOST_MEMBERS) return no('TOO_LARGE', { details: { max: MOST_MEMBERS } });
      return objectionToInspecting(actor, state.agency);
    case 'close':
      return (
        objectionToInspector(state, actor) ??
        (state.findings.every(({ phase }) => isFindingEnded(phase)) ? null : no('FINDINGS_OPEN'))
      );
    default:
      return assertNever(type);
  }
}

/** Whoever was moved to the inspected agency since judges it no longer. */
function objectionToInspector(state: InspectionState, actor: Actor): Rejection | null {
  return isInspector(state, actor) ? objectionToInspecting(actor, state.agency) : no('FORBIDDEN');
}

const TAKEN_IN: Readonly<Partial<Record<InspectionCommandType, FindingPhase>>> = {
  answerFinding: 'open',
  confirmRemedied: 'answered',
  sendBackFinding: 'answered',
};

/** The same for one finding. */
export function objectionToFindingAction(
  state: InspectionState,
  type: InspectionCommandType,
  finding: Finding,
  actor: Actor,
): Rejection | null {
  const byType = objectionToInspectionAction(state, type, actor);
  if (byType) return byType;
  if (isFindingEnded(finding.phase)) return no('SUBJECT_CLOSED');
  const phase = TAKEN_IN[type];
  if (phase !== undefined && finding.phase !== phase) {
    return no(phase === 'open' ? 'ANSWER_PENDING' : 'NOT_ANSWERED');
  }
  return type !== 'answerFinding' && finding.answer?.by.id === actor.id ? no('FOUR_EYES') : null;
}
