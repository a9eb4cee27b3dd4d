import type { AgencyMove, MoveAgencyCommand } from '../agency-move.ts';
import type { Instant } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import type { CampaignEventBody } from './event.ts';
import { partsOf } from './standing.ts';
import type { CampaignPart, CampaignState } from './state.ts';

type Asked = Pick<CampaignState, 'asked' | 'places'>;
type Moved = Extract<CampaignEventBody, { type: 'agencyMoved' }>;

/**
 * Who is asked after the place of one agency went to another; null when there is nothing to move. Answers stay with
 * who gave them. Where both were asked, the receiving one has answered once both parts are; what it answers from now
 * on speaks for both. `restore` names the parts that go back to a place of their own.
 */
function askedAfter(
  { asked, places = {} }: Asked,
  { from, to, restore }: AgencyMove,
  now: Instant,
): Required<Asked> | null {
  if (!asked.includes(from) || from === to) return null;
  const parts = partsOf({ places }, from);
  const { [from]: _left, [to]: _taken, ...others } = places;
  if (restore.length > 0) {
    const back = parts.filter(({ agency }) => restore.includes(agency));
    const rest = parts.filter(({ agency }) => !restore.includes(agency));
    if (back.length === 0 || asked.includes(to)) return null;
    return { asked: [...asked, to].sort(), places: { ...others, [from]: rest, [to]: back } };
  }
  const since = (part: CampaignPart): CampaignPart => ({ ...part, since: part.since ?? now });
  const own = asked.includes(to)
    ? partsOf({ places }, to).map(since)
    : [{ agency: to, asked: false, since: now }];
  const arriving = parts.map(since);
  // An agency may stand on both sides, once as who was asked and once by a name others came to: it stays asked.
  const kept = own.filter(({ agency, asked: was }) =>
    arriving.every((part) => part.agency !== agency || (was && !part.asked)),
  );
  const added = arriving.filter(({ agency }) => kept.every((part) => part.agency !== agency));
  return {
    asked: [...new Set(asked.map((code) => (code === from ? to : code)))].sort(),
    places: { ...others, [to]: [...kept, ...added] },
  };
}

/** A campaign that is closed stands under the names of its day. */
export function objectionToMovingCampaign(
  state: CampaignState,
  { actor, move }: Pick<MoveAgencyCommand, 'actor' | 'move'>,
): Rejection | null {
  if (!actor.roles.includes('programme-office')) return reject('FORBIDDEN').rejection;
  if (state.phase === 'closed') return reject('SUBJECT_CLOSED').rejection;
  return askedAfter(state, move, state.openedAt) ? null : reject('NOTHING_TO_MOVE').rejection;
}

export function campaignMoved(
  { asked, places = {} }: CampaignState,
  { operation, move }: MoveAgencyCommand,
  now: Instant,
): Moved {
  const { from, to } = move;
  const before = { asked, places };
  return { type: 'agencyMoved', operation, from, to, before, ...(askedAfter(before, move, now) ?? before) };
}

/** The move that undoes `move` for a campaign that asked `before`. */
export function mirroredCampaignMove({ from, to }: AgencyMove, before: Asked): AgencyMove {
  const both = before.asked.includes(from) && before.asked.includes(to);
  const restore = both ? partsOf(before, from).map(({ agency }) => agency) : [];
  return { from: to, to: from, lead: true, co: true, restore };
}
