import { proceduresForPlan as find } from '@tinhgon/database/queries/procedures/procedures-for-plan';
import { proceduresForPlanInput, proceduresForPlanView } from '@tinhgon/rules/views/procedures-for-plan';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';

export const proceduresForPlan = signedIn
  .input(proceduresForPlanInput)
  .output(proceduresForPlanView)
  .query(async ({ ctx, input }) => find(ctx.db, ctx.actor, { ...input, ...(await asAtOf(ctx.db, {})) }));
