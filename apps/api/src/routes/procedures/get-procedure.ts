import { getProcedure as get } from '@tinhgon/database/queries/procedures/list-procedures';
import { currentContents } from '../../commands/current-content.ts';
import { asAtOf } from '../as-at.ts';
import { found } from '../found.ts';
import { signedIn } from '../../trpc.ts';
import { legalDateSchema } from '@tinhgon/rules/days';
import { codeSchema } from '@tinhgon/rules/text';
import { codeInput } from '../code-input.ts';
import { procedureDetail } from './procedure-detail.ts';

export const getProcedure = signedIn
  .input(codeInput.extend({ programme: codeSchema.optional(), asAt: legalDateSchema.optional() }))
  .output(procedureDetail)
  .query(async ({ ctx, input }) => {
    const procedure = found(await get(ctx.db, ctx.actor, input.code, await asAtOf(ctx.db, input)));
    const current = await currentContents(ctx.db, [input.code]);
    return { ...procedure, current: current.get(input.code) ?? null };
  });
