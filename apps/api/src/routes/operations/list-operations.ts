import { listOperations as list } from '@tinhgon/database/queries/operations/list-operations';
import { operationListInput, operationPage } from '@tinhgon/rules/views/operation';
import { signedIn } from '../../trpc.ts';
import { paged } from '../paged.ts';

export const listOperations = signedIn
  .input(paged(operationListInput))
  .output(operationPage)
  .query(({ ctx, input }) => list(ctx.db, ctx.actor, input));
