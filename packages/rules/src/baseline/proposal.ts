import type { Actor } from '../actor.ts';
import { type Rejection, reject } from '../errors.ts';

/**
 * A proposed change of what a programme is measured against, and where it stands. The set a programme starts with
 * is entered by one person and confirmed by another afterwards, since without it there is nothing to show; every
 * set after it takes two people before it holds.
 */
export const PROPOSAL_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export interface Proposal {
  readonly state: ProposalState;
  readonly proposedBy: string;
  /** The baseline it was made from; null where there was none on its day. */
  readonly base: string | null;
}

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

const objectionToTouching = ({ state }: Pick<Proposal, 'state'>, actor: Actor): Rejection | null => {
  if (!actor.roles.includes('programme-office')) return no('FORBIDDEN');
  return state === 'proposed' ? null : no('PROPOSAL_DECIDED');
};

/** Approving or refusing: another person of the programme office than the one who proposed. */
export function objectionToDecidingProposal(
  proposal: Pick<Proposal, 'state' | 'proposedBy'>,
  actor: Actor,
): Rejection | null {
  return objectionToTouching(proposal, actor) ?? (proposal.proposedBy === actor.id ? no('FOUR_EYES') : null);
}

/** Taking a proposal back is for the one who made it. */
export function objectionToWithdrawingProposal(
  proposal: Pick<Proposal, 'state' | 'proposedBy'>,
  actor: Actor,
): Rejection | null {
  return objectionToTouching(proposal, actor) ?? (proposal.proposedBy === actor.id ? null : no('FORBIDDEN'));
}

/** Whether what it was made from is still what holds on its day: else its sum would not be what was read. */
export function objectionToBase(proposal: Pick<Proposal, 'base'>, inForce: string | null): Rejection | null {
  return proposal.base === inForce ? null : no('BASELINE_MOVED');
}

/** Confirming the set a programme started with: another person of the office, once. */
export function objectionToConfirming(
  baseline: { readonly recordedById: string; readonly confirmed: boolean },
  actor: Actor,
): Rejection | null {
  if (!actor.roles.includes('programme-office')) return no('FORBIDDEN');
  if (baseline.confirmed) return no('PROPOSAL_DECIDED');
  return baseline.recordedById === actor.id ? no('FOUR_EYES') : null;
}

/** The members after a change, sorted; each once. */
export function membersAfter(
  base: readonly string[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): string[] {
  const gone = new Set(change.remove);
  return [...new Set([...base.filter((code) => !gone.has(code)), ...change.add])].sort();
}
