import { totals } from '@tinhgon/database/queries/programmes/totals';
import { asAtOf } from '../as-at.ts';
import { found } from '../found.ts';
import { signedIn } from '../../trpc.ts';
import { totalsInput, totalsView } from '@tinhgon/rules/views/totals';
import { codeInput } from '../code-input.ts';

export const getTotals = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(totalsView)
  .query(async ({ ctx, input }) => found(await totals(ctx.db, input.code, await asAtOf(ctx.db, input))));
