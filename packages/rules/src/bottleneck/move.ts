import type { AgencyMove, MoveAgencyCommand } from '../agency-move.ts';
import { type Rejection, reject } from '../errors.ts';
import type { BottleneckEventBody } from './event.ts';
import { type BottleneckState, isBottleneckClosed } from './state.ts';

type Places = Pick<BottleneckState, 'responsible' | 'raisedFor'>;
type Moved = Extract<BottleneckEventBody, { type: 'agencyMoved' }>;

/** `lead` takes who has to answer along, `co` whom its author raised it for. */
function placesAfter({ responsible, raisedFor }: Places, { from, to, lead, co }: AgencyMove): Places {
  return {
    responsible: lead && responsible === from ? to : responsible,
    raisedFor: co && raisedFor === from ? to : raisedFor,
  };
}

/** A bottleneck that is settled stands under the names of its day. */
export function objectionToMovingBottleneck(
  state: BottleneckState,
  { actor, move }: Pick<MoveAgencyCommand, 'actor' | 'move'>,
): Rejection | null {
  if (!actor.roles.includes('programme-office')) return reject('FORBIDDEN').rejection;
  if (isBottleneckClosed(state.phase)) return reject('SUBJECT_CLOSED').rejection;
  const { responsible, raisedFor } = placesAfter(state, move);
  return responsible === state.responsible && raisedFor === state.raisedFor
    ? reject('NOTHING_TO_MOVE').rejection
    : null;
}

/** Its day and whatever was answered stay as they are. */
export function bottleneckMoved(state: BottleneckState, { operation, move }: MoveAgencyCommand): Moved {
  const { responsible, raisedFor } = state;
  const { from, to } = move;
  return {
    type: 'agencyMoved',
    operation,
    from,
    to,
    before: { responsible, raisedFor },
    ...placesAfter(state, move),
  };
}

/** The move that undoes `move` for a bottleneck that stood under `before`. */
export const mirroredBottleneckMove = ({ from, to }: AgencyMove, before: Places): AgencyMove => ({
  from: to,
  to: from,
  lead: before.responsible === from,
  co: before.raisedFor === from,
  restore: [],
});
