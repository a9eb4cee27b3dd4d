import { bulkPreviewSchema } from '@tinhgon/rules/operation/bulk';
import { bulkPreview } from '@tinhgon/rules/views/operation';
import { previewBulk as preview } from '../../commands/preview-bulk.ts';
import { signedIn } from '../../trpc.ts';

/** Changes nothing, but takes a long list: a mutation, so that it travels in the body. */
export const previewBulk = signedIn
  .input(bulkPreviewSchema)
  .output(bulkPreview)
  .mutation(async ({ ctx, input }) => {
    const items = await preview(ctx, ctx.actor, input.action, input.items);
    return { items, total: items.length, allowed: items.filter(({ allowed }) => allowed).length };
  });
