import { baselineProposals } from '@tinhgon/database/queries/programmes/proposals';
import { proposalSummary } from '@tinhgon/rules/views/baseline';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const listProposals = signedIn
  .input(codeInput)
  .output(z.array(proposalSummary))
  .query(({ ctx, input }) => baselineProposals(ctx.db, input.code));
