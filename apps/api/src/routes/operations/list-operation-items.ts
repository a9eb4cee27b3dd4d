import { listOperationItems as list } from '@tinhgon/database/queries/operations/list-operation-items';
import { operationItemsInput, operationItemsPage } from '@tinhgon/rules/views/operation';
import { signedIn } from '../../trpc.ts';
import { paged } from '../paged.ts';
import { visibleOperation } from './visible-operation.ts';

export const listOperationItems = signedIn
  .input(paged(operationItemsInput))
  .output(operationItemsPage)
  .query(async ({ ctx, input }) => {
    await visibleOperation(ctx.db, ctx.actor, input.id);
    return await list(ctx.db, ctx.actor, input);
  });
