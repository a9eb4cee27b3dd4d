import type { Actor, Held } from '../actor.ts';
import { confirmedBy, wayToConfirmAll } from '../confirming/objections.ts';
import { representedInConsulting } from '../consultation/objections.ts';
import { ok, reject, type Result } from '../errors.ts';
import { representedInDates } from '../dates/acting.ts';
import { dated } from '../dates/dated.ts';
import { handsOf, type PersonRef, type Represented } from '../person.ts';
import { leaderOf } from '../policy.ts';
import { heldFor, isHolding, neededAt, wayIn } from '../standing.ts';
import type { OpenStep } from '../step.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedDocumentCommand } from './command.ts';
import { isDecidedAt, stepFor } from './step-for.ts';
import { allEditors, type DocumentState } from './state.ts';

/** Those who record evidence in an agency may correct it. */
const RECORDERS = ['drafter', 'procedure-control', 'minister'] as const;

/** Who may not decide on an open step. */
export const barredAt = (
  state: Pick<DocumentState, 'editors' | 'links'>,
  step: OpenStep,
): readonly string[] => (isDecidedAt(step) ? allEditors(state) : []);

/** A drafter of the document's agency. */
export const wayToDraft = (state: DocumentState, actor: Actor): Result<Held> =>
  wayIn(actor, { function: 'drafter', agency: state.leadAgency, subject: 'document' });

/**
 * Correcting evidence: the programme office (null: by its role), or those who record it in the agency (drafter,
 * procedure control, leader). Whoever asked for a correction, or in whose name it was asked for, does not confirm it.
 */
export function wayToCorrect(state: DocumentState, actor: Actor, askedBy?: PersonRef): Result<Held | null> {
  const barred = askedBy ? handsOf(askedBy) : [];
  if (actor.roles.includes('programme-office')) {
    return barred.includes(actor.id) ? reject('FOUR_EYES') : ok(null);
  }
  const ways = RECORDERS.map((code) =>
    wayIn(actor, { function: code, agency: state.leadAgency, subject: 'document' }, barred),
  );
  const open = ways.filter((way) => way.ok);
  return (
    open.find((way) => !way.value.onBehalfOf) ??
    open[0] ??
    ways.find((way) => !way.ok && way.rejection.code === 'FOUR_EYES') ??
    reject('FORBIDDEN')
  );
}

/** In whose name a command that was accepted is given; undefined where its author acts for themself. */
export function representedIn(
  state: DocumentState,
  command: StampedDocumentCommand,
): Represented | undefined {
  const { actor } = command;
  switch (command.type) {
    case 'comment':
    case 'remark':
    case 'answerRemark':
    case 'resolveRemark':
    case 'reopenRemark':
    case 'detachFile':
    case 'moveAgency':
    case 'passOnStep':
    case 'replan':
    case 'release':
      return undefined;
    case 'askConsultation':
    case 'answerConsultation':
    case 'respondToPoint':
      return representedInConsulting(state, command);
    case 'withdraw':
      return representedBy(wayToDraft(state, actor));
    case 'correctEvidence':
      return representedBy(wayToCorrect(state, actor));
    case 'confirmCorrection': {
      const asked = state.corrections.find(({ id }) => id === command.correctionId);
      return representedBy(wayToCorrect(state, actor, asked?.askedBy));
    }
    case 'attachFile':
    case 'saveContent':
      if (state.phase === 'waiting') return representedBy(wayToDraft(state, actor));
      return atStep(state, command);
    case 'reassign': {
      const step = stepFor(state, command.type, actor, command.step);
      if (!step || isHolding(actor, step) || actor.roles.includes('programme-office')) return undefined;
      return heldFor(actor, leaderOf(step, state.leadAgency))[0]?.onBehalfOf;
    }
    case 'submit':
    case 'approve':
    case 'return':
    case 'refuse':
    case 'claim':
    case 'recordPromulgation':
    case 'recordAnnouncement':
    case 'recordDatabaseEntry':
    case 'recordDisplay':
      return atStep(state, command);
    case 'confirmChanges': {
      const step = stepFor(state, command.type, actor);
      if (!step) return undefined;
      return representedBy(
        wayToConfirmAll(step, allEditors(state), command, confirmedBy(state, step, command)),
      );
    }
    case 'requestDateChange':
    case 'approveDateChange':
    case 'refuseDateChange':
    case 'explainDelay':
      return representedInDates(dated(state), command);
    default:
      return assertNever(command);
  }
}

function atStep(state: DocumentState, command: StampedDocumentCommand): Represented | undefined {
  const step = stepFor(state, command.type, command.actor, 'step' in command ? command.step : undefined);
  if (!step) return undefined;
  return representedBy(wayIn(command.actor, neededAt(step), barredAt(state, step)));
}

const representedBy = (way: Result<Held | null>): Represented | undefined =>
  way.ok ? way.value?.onBehalfOf : undefined;
