import type { Actor } from './actor.ts';
import { type Rejection, reject } from './errors.ts';
import type { OpenStep } from './step.ts';
import { type DocumentPhase, isClosed } from './vocabulary.ts';

/** Whose work a plan or document is. */
export interface Agencies {
  readonly leadAgency: string;
  readonly coAgencies: readonly string[];
}

/** How work goes from one agency to another. */
export interface AgencyMove {
  readonly from: string;
  readonly to: string;
  /** Whether the lead, the co-ordinating place go along; both in a merger. */
  readonly lead: boolean;
  readonly co: boolean;
  /** Co-ordinating agencies that come back: a mirror operation restores what had fallen together. */
  readonly restore: readonly string[];
}

/** Everything of `from` goes to `to`. */
export const wholeMove = (from: string, to: string): AgencyMove => ({
  from,
  to,
  lead: true,
  co: true,
  restore: [],
});

/** The agencies after the move; the lead agency never co-ordinates with itself. */
export function movedAgencies(agencies: Agencies, move: AgencyMove): Agencies {
  const swap = (code: string): string => (code === move.from ? move.to : code);
  const leadAgency = move.lead ? swap(agencies.leadAgency) : agencies.leadAgency;
  const moved = move.co ? agencies.coAgencies.map(swap) : agencies.coAgencies;
  const coAgencies = [...new Set([...moved, ...move.restore])].filter((code) => code !== leadAgency);
  return { leadAgency, coAgencies };
}

/** The move that undoes `move` for something that stood under `before`. */
export function mirroredMove({ from, to }: AgencyMove, before: Agencies): AgencyMove {
  const lead = before.leadAgency === from;
  const both = before.coAgencies.includes(from) && before.coAgencies.includes(to);
  return {
    from: to,
    to: from,
    lead,
    co: !lead && !both && before.coAgencies.includes(from) && before.leadAgency !== to,
    restore: before.coAgencies.filter((code) => code === from || code === to),
  };
}

export const isSameAgencies = (a: Agencies, b: Agencies): boolean =>
  a.leadAgency === b.leadAgency &&
  a.coAgencies.length === b.coAgencies.length &&
  a.coAgencies.every((code) => b.coAgencies.includes(code));

/** Codes under which something stood before, for the search under old names. */
export const withFormer = (
  former: readonly string[] | undefined,
  before: Agencies,
  after: Agencies,
): string[] => {
  const left = [before.leadAgency, ...before.coAgencies].filter(
    (code) => code !== after.leadAgency && !after.coAgencies.includes(code),
  );
  return [...new Set([...(former ?? []), ...left])].sort();
};

/**
 * Given by an operation of the programme office to each plan and document it moves; no client can send it. It names
 * no version: what others decide meanwhile stands, and this stands beside it.
 */
export interface MoveAgencyCommand {
  readonly type: 'moveAgency';
  readonly commandId: string;
  readonly actor: Actor;
  readonly operation: string;
  readonly move: AgencyMove;
  /** Whoever holds an open step does not come along: it is free to be claimed. */
  readonly releaseHolder?: boolean;
}

export interface AgencyMovedFacts extends Agencies {
  readonly type: 'agencyMoved';
  readonly operation: string;
  readonly from: string;
  readonly to: string;
  readonly before: Agencies;
  readonly released?: true;
}

export function objectionToMoving(
  agencies: Agencies & { readonly phase: DocumentPhase },
  { actor, move }: Pick<MoveAgencyCommand, 'actor' | 'move'>,
): Rejection | null {
  if (!actor.roles.includes('programme-office')) return reject('FORBIDDEN').rejection;
  // The closed past stands under the names of its day.
  if (isClosed(agencies.phase)) return reject('SUBJECT_CLOSED').rejection;
  return isSameAgencies(agencies, movedAgencies(agencies, move)) ? reject('NOTHING_TO_MOVE').rejection : null;
}

export function agencyMoved(
  { leadAgency, coAgencies }: Agencies,
  { operation, move, releaseHolder }: MoveAgencyCommand,
): AgencyMovedFacts {
  const before = { leadAgency, coAgencies };
  return {
    type: 'agencyMoved',
    operation,
    from: move.from,
    to: move.to,
    before,
    ...movedAgencies(before, move),
    ...(releaseHolder ? { released: true as const } : {}),
  };
}

/** An open step after its plan or document moved: held for the country it stays, else it goes along. */
export function movedStep<Step extends OpenStep>(step: Step, event: AgencyMovedFacts): Step {
  const agency = step.agency === event.before.leadAgency ? event.leadAgency : step.agency;
  return event.released ? { ...step, agency, holder: null, heldSince: null } : { ...step, agency };
}
