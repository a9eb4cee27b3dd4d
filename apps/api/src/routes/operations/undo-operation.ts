import { operationById } from '@tinhgon/database/operations/work-through';
import { undoingOf } from '@tinhgon/database/queries/operations/operation-report';
import { commandIdSchema } from '@tinhgon/rules/plan/command';
import { objectionToChangingAgencies } from '@tinhgon/rules/operation/agency-change';
import { objectionToUndoing } from '@tinhgon/rules/operation/signing';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { enterOperation } from '../../commands/begin-agency-change.ts';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { operationInput } from './get-operation.ts';
import { visibleOperation } from './visible-operation.ts';

/** Moves back what a change of agencies has moved, and nothing else. */
export const undoOperation = signedIn
  .input(operationInput.extend({ commandId: commandIdSchema }))
  .output(operationStarted)
  .mutation(async ({ ctx, input }) => {
    const { state, kind, parameters } = await visibleOperation(ctx.db, ctx.actor, input.id);
    if (parameters.of !== 'agencies' || kind === 'undo') throw refuse('NOTHING_TO_MOVE');
    const id = input.commandId;
    if (!(await operationById(ctx.db, id))) {
      const isUndone = (await undoingOf(ctx.db, input.id)) !== null;
      const objection =
        objectionToUndoing({ state, isUndone }, ctx.actor) ??
        objectionToChangingAgencies(ctx.actor, parameters.change.from);
      if (objection) throw new Refusal(objection);
    }
    const operation = { id, kind: 'undo', parameters, startsAt: null, undoes: input.id } as const;
    await enterOperation(ctx.db, ctx.actor, operation);
    return { id };
  });
