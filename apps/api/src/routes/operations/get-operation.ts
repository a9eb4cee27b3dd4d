import { progressOf } from '@tinhgon/database/operations/work-through';
import { operationSummaryOf } from '@tinhgon/database/queries/operations/list-operations';
import { OPERATION_COMMANDS, objectionToOperationCommand } from '@tinhgon/rules/operation/operation';
import { operationView } from '@tinhgon/rules/views/operation';
import { operationSubject } from '@tinhgon/workflows/operation/messages';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';
import { visibleOperation } from './visible-operation.ts';

export const operationInput = z.strictObject({ id: z.uuid() });

export const getOperation = signedIn
  .input(operationInput)
  .output(operationView)
  .query(async ({ ctx, input }) => {
    const row = await visibleOperation(ctx.db, ctx.actor, input.id);
    const progress = await progressOf(ctx.db, input.id);
    const summary = operationSummaryOf(row, progress);
    const { parameters } = row;
    const action = parameters.of === 'bulk' ? parameters.action : null;
    return {
      ...summary,
      reason: action && 'reason' in action ? (action.reason ?? null) : null,
      actions: permissionsFor(OPERATION_COMMANDS, (type) =>
        objectionToOperationCommand(summary, type, ctx.actor),
      ),
      temporalUrl: temporalUrl(ctx, operationSubject(input.id)),
    };
  });
