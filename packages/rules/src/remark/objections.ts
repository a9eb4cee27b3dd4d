import type { Actor } from '../actor.ts';
import { stepDefinition } from '../chain.ts';
import type { DocumentState } from '../document/state.ts';
import { type Rejection, reject } from '../errors.ts';
import { editorsOf } from '../open-steps.ts';
import type { PlanState } from '../plan/state.ts';
import { objectionToCommenting, objectionToDrafting } from '../policy.ts';
import { wayIn } from '../standing.ts';
import { assertNever, isClosed } from '../vocabulary.ts';
import type { Talk } from './fields.ts';
import type { RemarkCommand } from './decide.ts';
import { isWaiting, MAX_REMARKS, type Remark, remarksOf } from './state.ts';

type Subject = PlanState | DocumentState;
const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** The part of the answer that needs no payload: remarks are for those who may comment, while there is work to do. */
export function objectionToTalking(state: Subject, type: Talk, actor: Actor): Rejection | null {
  const outsider =
    state.kind === 'document' ? objectionToCommenting(actor, state.leadAgency) : objectionToCommenting(actor);
  if (outsider || type === 'comment') return outsider;
  return isClosed(state.phase) ? no('SUBJECT_CLOSED') : null;
}

/** Why a remark command cannot be carried out on what it names, or null. */
export function objectionToRemark(state: Subject, command: RemarkCommand): Rejection | null {
  if (command.type === 'remark') {
    const { procedureCode } = command;
    if (remarksOf(state).length >= MAX_REMARKS) return no('TOO_LARGE', { details: { max: MAX_REMARKS } });
    if (state.kind === 'document' || state.measures.some((one) => one.procedureCode === procedureCode))
      return null;
    return no('UNKNOWN_PROCEDURE', { field: 'procedureCode' });
  }
  const remark = remarksOf(state).find(({ id }) => id === command.remarkId);
  if (!remark) return no('UNKNOWN_REMARK', { field: 'remarkId' });
  const resolved = remark.resolvedBy !== undefined;
  switch (command.type) {
    case 'answerRemark':
      return resolved ? no('REMARK_RESOLVED', { field: 'remarkId' }) : null;
    case 'resolveRemark':
      return resolved
        ? no('REMARK_RESOLVED', { field: 'remarkId' })
        : objectionToResolving(state, remark, command.actor);
    case 'reopenRemark':
      if (!resolved) return no('REMARK_OPEN', { field: 'remarkId' });
      return objectionToResolving(state, remark, command.actor);
    default:
      return assertNever(command);
  }
}

/**
 * A remark is settled by its author, or by whoever decides in the check it was made in: people change in years.
 * One made outside a check may also be settled by those who draft, once it is answered.
 */
export function objectionToResolving(state: Subject, remark: Remark, actor: Actor): Rejection | null {
  if (remark.by.id === actor.id) return null;
  if (remark.check === undefined) {
    if (objectionToDrafting(actor, state.leadAgency, state.kind)) return no('NOT_YOUR_REMARK');
    return isWaiting(remark) ? no('REMARK_UNANSWERED', { details: { count: 1 } }) : null;
  }
  const definition = stepDefinition(state.chain, remark.check);
  const agency = definition.scope === 'national' ? null : state.leadAgency;
  const check = { function: definition.function, agency, subject: state.kind };
  return wayIn(actor, check, editorsOf(state)).ok ? null : no('NOT_YOUR_REMARK');
}

/** Who drafts answers what a check has remarked before handing in again: accepted or explained, line by line. */
export function objectionToSubmittingUnanswered(state: Subject, own?: readonly string[]): Rejection | null {
  const count = remarksOf(state).filter(
    (remark) => remark.check !== undefined && isWaiting(remark) && isAbout(remark, own),
  ).length;
  return count > 0 ? no('REMARK_UNANSWERED', { details: { count } }) : null;
}

/** Nobody approves while a remark of their own still waits: they resolve it, or return the plan for an answer. */
export function objectionToApprovingUnanswered(
  state: Subject,
  actor: Actor,
  own?: readonly string[],
): Rejection | null {
  const count = remarksOf(state).filter(
    (remark) => remark.by.id === actor.id && isWaiting(remark) && isAbout(remark, own),
  ).length;
  return count > 0 ? no('REMARK_UNANSWERED', { details: { count } }) : null;
}

/** Of a plan in several lanes only the lane's own procedures are at stake. */
const isAbout = ({ procedureCode }: Remark, own: readonly string[] | undefined): boolean =>
  own === undefined || procedureCode === undefined || own.includes(procedureCode);
