import { costPlans } from '@tinhgon/database/queries/cost/cost-plans';
import { costProcedures } from '@tinhgon/database/queries/cost/cost-procedures';
import { programmeCost } from '@tinhgon/database/queries/cost/programme-cost';
import { costLinesInput, costPlanPage, costProcedurePage, costView } from '@tinhgon/rules/views/cost';
import { totalsInput } from '@tinhgon/rules/views/totals';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { asked } from './asked.ts';

export const getCost = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(costView)
  .query(async ({ ctx, input }) => programmeCost(ctx.db, await asked(ctx.db, input)));

export const listCostPlans = signedIn
  .input(codeInput.extend(costLinesInput.shape))
  .output(costPlanPage)
  .query(async ({ ctx, input }) =>
    costPlans(ctx.db, ctx.actor, { ...input, ...(await asked(ctx.db, input)) }),
  );

export const listCostProcedures = signedIn
  .input(codeInput.extend(costLinesInput.shape))
  .output(costProcedurePage)
  .query(async ({ ctx, input }) => costProcedures(ctx.db, { ...input, ...(await asked(ctx.db, input)) }));
