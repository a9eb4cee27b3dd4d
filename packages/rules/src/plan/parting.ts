import type { Actor } from '../actor.ts';
import type { Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { handsOf, personRef } from '../person.ts';
import { draftedBy, representedIn, wayAsApprover } from './acting.ts';
import type { StampedPlanCommand } from './command.ts';
import type { PlanEventBody } from './event.ts';
import { isComplete } from './hear.ts';
import { approvedMeasures, hasPassed } from './lanes.ts';
import { splitOff } from './split.ts';
import type { PlanState } from './state.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/**
 * Each of the two keeps at least one procedure, and the first plan one that is approved when something is. Who drafts
 * splits off what is with them; who could approve, anything.
 */
export function objectionToParting(
  state: PlanState,
  actor: Actor,
  procedureCodes: readonly string[],
): Rejection | null {
  const index = procedureCodes.findIndex(
    (code, place) =>
      !state.measures.some((measure) => measure.procedureCode === code) ||
      procedureCodes.indexOf(code) < place,
  );
  if (index >= 0) return no('UNKNOWN_PROCEDURE', { field: `procedureCodes.${index}` });
  if (procedureCodes.length >= state.measures.length) return no('NOTHING_LEFT', { field: 'procedureCodes' });
  const approved = approvedMeasures(state);
  if (approved.length > 0 && approved.every((measure) => procedureCodes.includes(measure.procedureCode))) {
    return no('NOTHING_LEFT', { field: 'procedureCodes', details: { reason: 'approved' } });
  }
  const own = draftedBy(state, actor)?.procedureCodes ?? [];
  const elsewhere = procedureCodes.findIndex((code) => !own.includes(code));
  if (elsewhere < 0 || (hasPassed(state.phase) && wayAsApprover(state, actor).ok)) return null;
  return no('NOT_RETURNED', { field: `procedureCodes.${elsewhere}` });
}

export function splitBody(
  state: PlanState,
  command: Extract<StampedPlanCommand, { type: 'split' }>,
  at: Instant,
): PlanEventBody {
  const { procedureCodes, name, parting, actor } = command;
  const own = draftedBy(state, actor)?.procedureCodes ?? [];
  const drafted = procedureCodes.every((code) => own.includes(code));
  const hands = drafted ? handsOf(personRef(actor, representedIn(state, command))) : [];
  const began = splitOff(state, { ...parting, procedureCodes, name, at, hands });
  return {
    type: 'split',
    into: parting.into,
    state: isComplete(began) ? { ...began, phase: 'done', step: null } : began,
    content: parting.contents.rest,
    procedureCodes,
    drafted,
  };
}
