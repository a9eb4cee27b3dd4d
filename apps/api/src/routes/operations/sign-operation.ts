import { writeOperationEvent } from '@tinhgon/database/operations/write-operation-event';
import { leadersOf, signaturesOf } from '@tinhgon/database/queries/operations/operation-report';
import { commandIdSchema, hashSchema } from '@tinhgon/rules/plan/command';
import { objectionToSigning } from '@tinhgon/rules/operation/signing';
import { codeSchema } from '@tinhgon/rules/text';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';
import { stampOf } from '../catalogue/keeping.ts';
import { idsOf, operationInput, reportHash } from './get-operation.ts';
import { visibleOperation } from './visible-operation.ts';

/** A leader signs for their agency that everything went over. The signature belongs to the report that was seen. */
export const signOperation = signedIn
  .input(operationInput.extend({ commandId: commandIdSchema, agency: codeSchema, report: hashSchema }))
  .output(operationStarted)
  .mutation(async ({ ctx, input }) => {
    const row = await visibleOperation(ctx.db, ctx.actor, input.id);
    const { parameters, state, by_id } = row;
    if (parameters.of !== 'agencies') throw refuse('NOT_FOUND');
    const leaders = await leadersOf(ctx.db, parameters.change, today());
    await ctx.db.transaction().execute(async (trx) => {
      // Two leaders at one moment wait for each other.
      await trx.selectFrom('operation').select('id').where('id', '=', input.id).forUpdate().execute();
      const signatures = await signaturesOf(trx, input.id);
      const known = signatures.some(({ agency, by }) => agency === input.agency && by.id === ctx.actor.id);
      if (known) return;
      const report = { state, by: { id: by_id }, leaders: idsOf(leaders), signatures };
      const objection = objectionToSigning(report, input.agency, ctx.actor);
      if (objection) throw new Refusal(objection);
      if ((await reportHash(trx, row)) !== input.report) throw refuse('CONTENT_CHANGED', { field: 'report' });
      const body = { type: 'operationSigned', agency: input.agency, report: input.report } as const;
      await writeOperationEvent(trx, input.id, body, { ...stampOf(ctx.actor), commandId: input.commandId });
    });
    return { id: input.id };
  });
