import { getProcedure as get } from '@tinhgon/database/queries/procedures/list-procedures';
import { procedureCost } from '@tinhgon/database/queries/cost/procedure-cost';
import { currentContents } from '../../commands/current-content.ts';
import { asAtOf } from '../as-at.ts';
import { found } from '../found.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { procedureDaysInput, procedureDetail } from './procedure-detail.ts';

export const getProcedure = signedIn
  .input(codeInput.extend(procedureDaysInput.shape))
  .output(procedureDetail)
  .query(async ({ ctx, input }) => {
    const days = await asAtOf(ctx.db, input);
    const procedure = found(
      await get(ctx.db, ctx.actor, input.code, { ...days, programme: input.programme }),
    );
    const cost = await procedureCost(ctx.db, ctx.actor, input.code, days);
    const current = await currentContents(ctx.db, [input.code]);
    return { ...procedure, current: current.get(input.code) ?? null, cost };
  });
