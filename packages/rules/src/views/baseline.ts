import { z } from 'zod';
import { PROPOSAL_STATES } from '../baseline/proposal.ts';
import { agencyRef, localName, page, permission } from './common.ts';

const paper = z.object({ number: z.string(), signedOn: z.string() }).nullable();

/** One recording of a set of procedures; the newest of a date holds from that date on. */
export const baselineView = z.object({
  id: z.string(),
  programme: z.string(),
  date: z.string(),
  count: z.int(),
  reason: z.string(),
  decision: paper,
  /** From when on it was known. */
  recordedAt: z.string(),
  /** Who proposed it, or entered the set the programme started with. */
  recordedBy: z.string(),
  /** The second person; null while only one has answered for it. */
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  /** Whether a later recording for the same date took its place. */
  replaced: z.boolean(),
  mayConfirm: permission,
});
export type BaselineView = z.infer<typeof baselineView>;

export const proposalSummary = z.object({
  id: z.string(),
  programme: z.string(),
  date: z.string(),
  count: z.int(),
  reason: z.string(),
  decision: paper,
  state: z.enum(PROPOSAL_STATES),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedReason: z.string().nullable(),
});
export type ProposalSummary = z.infer<typeof proposalSummary>;

/** What a proposal changes, reckoned as it would stand today against the baseline it was made from. */
export const proposalView = proposalSummary.extend({
  base: z.object({ date: z.string(), count: z.int(), reason: z.string() }).nullable(),
  added: z.int(),
  removed: z.int(),
  /** Members that count as simplified today, before and after. */
  simplified: z.object({ before: z.int(), after: z.int() }),
  /** Two decimals; null without a denominator. */
  sharePercent: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  /** Largest part after it first. */
  byMinistry: z.array(
    z.object({ agency: agencyRef, before: z.int(), added: z.int(), removed: z.int(), after: z.int() }),
  ),
  /** Whether the baseline it was made from still holds on its day. */
  baseHolds: z.boolean(),
  mayDecide: permission,
  mayWithdraw: permission,
});
export type ProposalView = z.infer<typeof proposalView>;

/** A procedure that comes in or goes out, by code. */
export const proposalMember = z.object({
  code: z.string(),
  name: localName,
  ministry: agencyRef.nullable(),
  simplified: z.boolean(),
});
export const PROPOSAL_SIDES = ['added', 'removed'] as const;
export const proposalMembersInput = z.object({
  side: z.enum(PROPOSAL_SIDES),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const proposalMembers = page(proposalMember);

export const PROPOSAL_DECISIONS = ['approve', 'refuse', 'withdraw'] as const;
