import { paged } from '../paged.ts';
import { listProcedures as list } from '@tinhgon/database/queries/procedures/list-procedures';
import { asAtOf } from '../as-at.ts';
import { signedIn } from '../../trpc.ts';
import { procedureListInput, procedurePage } from '@tinhgon/rules/views/totals';

export const listProcedures = signedIn
  .input(paged(procedureListInput))
  .output(procedurePage)
  .query(async ({ ctx, input }) => list(ctx.db, ctx.actor, { ...input, ...(await asAtOf(ctx.db, input)) }));
