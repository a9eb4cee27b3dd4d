import { paged } from '../paged.ts';
import { listPlans as list } from '@tinhgon/database';
import { planListInput, planPage } from '@tinhgon/rules/views/plan';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';

export const listPlans = signedIn
  .input(paged(planListInput))
  .output(planPage)
  .query(async ({ ctx, input }) => list(ctx.db, ctx.actor, input, await readOn(ctx.db, input)));
