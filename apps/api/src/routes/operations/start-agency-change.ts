import { operationById } from '@tinhgon/database/operations/work-through';
import { agencyChangeStartSchema } from '@tinhgon/rules/operation/agency-change';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { enterOperation, startOf, workOfChange } from '../../commands/begin-agency-change.ts';
import { signedIn } from '../../trpc.ts';
import { changeOf } from './change-view.ts';

/** Begins a merger, split or renaming; it waits for its day. */
export const startAgencyChange = signedIn
  .input(agencyChangeStartSchema)
  .output(operationStarted)
  .mutation(async ({ ctx, input }) => {
    const id = input.commandId;
    const change = changeOf(input.change);
    // Sent again after it took effect, the agencies are no longer what they were.
    if (!(await operationById(ctx.db, id))) await workOfChange(ctx.db, ctx.actor, change);
    const parameters = { of: 'agencies', change } as const;
    await enterOperation(ctx.db, ctx.actor, { id, kind: change.kind, parameters, startsAt: startOf(change) });
    return { id };
  });
