import { baselineProposal, baselineProposalMembers } from '@tinhgon/database/queries/programmes/proposals';
import { proposalMembers, proposalMembersInput, proposalView } from '@tinhgon/rules/views/baseline';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { found } from '../found.ts';

export const proposalId = z.object({ id: z.uuid() });

export const getProposal = signedIn
  .input(proposalId)
  .output(proposalView)
  .query(async ({ ctx, input }) => {
    const { today } = await readOn(ctx.db);
    return found(await baselineProposal(ctx.db, input.id, ctx.actor, today));
  });

export const listProposalMembers = signedIn
  .input(proposalId.extend(proposalMembersInput.shape))
  .output(proposalMembers)
  .query(async ({ ctx, input }) => {
    const { today } = await readOn(ctx.db);
    return await baselineProposalMembers(ctx.db, input.id, input, today);
  });
