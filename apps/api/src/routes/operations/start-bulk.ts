import { assertionSchema } from '@tinhgon/rules/receipt/confirmation';
import { bulkStartSchema } from '@tinhgon/rules/operation/bulk';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { enterOperation } from '../../commands/begin-agency-change.ts';
import { bulkTasks } from '../../commands/bulk-tasks.ts';
import { refuse } from '../../errors/refusal.ts';
import { confirming } from '../../passkeys/confirming.ts';
import { signedIn } from '../../trpc.ts';

/** Begins an action on a list that is fixed from here on; each item is judged by the rules when its turn comes. */
export const startBulk = signedIn
  .input(bulkStartSchema.extend({ confirmation: assertionSchema.optional() }))
  .output(operationStarted)
  .mutation(async ({ ctx, input }) => {
    const { confirmation, ...start } = input;
    const { commandId: id, action, items } = start;
    await confirming(ctx, `operation/${id}`, { ...start, type: action.type }, confirmation);
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      const subject = `${item.kind}/${item.code}`;
      if (seen.has(`${subject}/${item.step ?? ''}`)) {
        throw refuse('INVALID_INPUT', { field: `items.${index}.code`, details: { reason: 'duplicate' } });
      }
      seen.add(`${subject}/${item.step ?? ''}`);
    }
    const operation = {
      id,
      kind: 'bulk',
      parameters: { of: 'bulk', action },
      startsAt: null,
      items: await bulkTasks(ctx, ctx.actor, start),
    } as const;
    await enterOperation(ctx.db, ctx.actor, operation);
    return { id };
  });
