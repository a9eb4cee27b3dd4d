import type { Actor, Held } from '../actor.ts';
import { dayOf, type Instant } from '../day.ts';
import type { DocumentState } from '../document/state.ts';
import { ok, type Rejection, reject, type Result } from '../errors.ts';
import type { Represented } from '../person.ts';
import { objectionIn } from '../policy.ts';
import { neededAt, wayIn } from '../standing.ts';
import { assertNever, isClosed } from '../vocabulary.ts';
import type { ConsultationCommand } from './command.ts';
import {
  type Consultation,
  consultationsOf,
  MAX_CONSULTATIONS,
  MAX_POINTS,
  pointsOf,
  waitingPoints,
} from './state.ts';

export type Consulting = ConsultationCommand['type'];
const CONSULTING: readonly string[] = ['askConsultation', 'answerConsultation', 'respondToPoint'];
export const isConsulting = (type: string): type is Consulting => CONSULTING.includes(type);

type Stamped = ConsultationCommand & { readonly actor: Actor };
const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Steps in which opinions are asked for and dealt with. */
const STEPS: readonly string[] = ['draft', 'respond'];

/** Who drafts, while the draft may still change. */
function wayToConsult(state: DocumentState, actor: Actor): Result<Held> {
  const step = state.steps.find(({ key }) => STEPS.includes(key));
  return step ? wayIn(actor, neededAt(step)) : reject('STEP_NOT_OPEN');
}

/** Anybody of the agency that was asked answers for it; auditors only read. */
const isAsked = (actor: Actor, one: Consultation): boolean =>
  one.agency !== null && one.agency === actor.agency && !actor.roles.includes('auditor');

/** Who drafts records what came on paper; it may come late, but before the document is signed. */
const wayToRecord = (state: DocumentState, actor: Actor): Result<Held> =>
  wayIn(actor, { function: 'drafter', agency: state.leadAgency, subject: 'document' });

/** The part of the answer that needs no payload. */
export function objectionToConsulting(
  state: DocumentState,
  type: Consulting,
  actor: Actor,
): Rejection | null {
  if (isClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (type !== 'answerConsultation') return objectionIn(wayToConsult(state, actor));
  if (state.promulgation) return no('STEP_NOT_OPEN');
  const waiting = consultationsOf(state).filter((one) => !one.answer);
  if (waiting.length === 0) return no('NOT_CONSULTED');
  return waiting.some((one) => objectionToAnswering(state, one, actor) === null) ? null : no('NOT_CONSULTED');
}

/** Why `actor` cannot answer this one, or null: they are of the agency that was asked, or draft the document. */
export function objectionToAnswering(
  state: DocumentState,
  one: Consultation,
  actor: Actor,
): Rejection | null {
  if (isClosed(state.phase)) return no('SUBJECT_CLOSED');
  if (state.promulgation) return no('STEP_NOT_OPEN');
  if (one.answer) return no('ALREADY_RECORDED', { field: 'consultationId' });
  return isAsked(actor, one) || wayToRecord(state, actor).ok ? null : no('NOT_CONSULTED');
}

/** Why the command cannot be carried out on what it names, or null. */
export function objectionToConsultation(
  state: DocumentState,
  command: Stamped,
  now: Instant,
): Rejection | null {
  const all = consultationsOf(state);
  switch (command.type) {
    case 'askConsultation': {
      const parties = [...command.agencies, ...(command.public ? [null] : [])];
      if (parties.length === 0) return no('INVALID_INPUT', { field: 'agencies' });
      if (all.length + parties.length > MAX_CONSULTATIONS) {
        return no('TOO_LARGE', { field: 'agencies', details: { max: MAX_CONSULTATIONS } });
      }
      const today = dayOf(now);
      if (command.by < today) return no('DATE_ORDER', { field: 'by', details: { earliest: today } });
      const known = new Set<string | null>(all.filter((one) => !one.answer).map(({ agency }) => agency));
      for (const [index, agency] of parties.entries()) {
        const field = agency === null ? 'public' : `agencies.${index}`;
        if (known.has(agency)) return no('ALREADY_ASKED', { field });
        known.add(agency);
      }
      return null;
    }
    case 'answerConsultation': {
      const one = all.find(({ id }) => id === command.consultationId);
      if (!one) return no('NOT_FOUND', { field: 'consultationId' });
      const objection = objectionToAnswering(state, one, command.actor);
      if (objection) return objection;
      if (!isAsked(command.actor, one) && !command.letter) return no('INVALID_INPUT', { field: 'letter' });
      if (command.answeredOn > dayOf(now)) return no('DATE_IN_FUTURE', { field: 'answeredOn' });
      if (command.answeredOn < one.askedOn) {
        return no('DATE_ORDER', { field: 'answeredOn', details: { earliest: one.askedOn } });
      }
      return pointsOf(state).length + command.points.length > MAX_POINTS
        ? no('TOO_LARGE', { field: 'points', details: { max: MAX_POINTS } })
        : null;
    }
    case 'respondToPoint':
      return pointsOf(state).some(({ id }) => id === command.pointId)
        ? null
        : no('NOT_FOUND', { field: 'pointId' });
    default:
      return assertNever(command);
  }
}

/** Each point gets a response before the draft goes on from where comments are dealt with. */
export function objectionToPassingOver(state: DocumentState): Rejection | null {
  const waiting = waitingPoints(state);
  return state.steps.some(({ key }) => key === 'respond') && waiting.length > 0
    ? no('POINTS_UNANSWERED', {
        field: 'points',
        details: { count: waiting.length, points: waiting.map(({ id }) => id).join(', ') },
      })
    : null;
}

/** In whose name it is done, where drafting was delegated. */
export function representedInConsulting(state: DocumentState, command: Stamped): Represented | undefined {
  const way =
    command.type === 'answerConsultation' ? answering(state, command) : wayToConsult(state, command.actor);
  return way.ok ? way.value?.onBehalfOf : undefined;
}

function answering(
  state: DocumentState,
  { consultationId, actor }: Extract<Stamped, { type: 'answerConsultation' }>,
): Result<Held | null> {
  const one = consultationsOf(state).find(({ id }) => id === consultationId);
  return one && isAsked(actor, one) ? ok(null) : wayToRecord(state, actor);
}
