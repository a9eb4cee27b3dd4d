import { operationCommandSchema } from '@tinhgon/rules/operation/bulk';
import { isEnded, objectionToLeading } from '@tinhgon/rules/operation/operation';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { operationSubject } from '@tinhgon/workflows/operation/messages';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { operationInput } from './get-operation.ts';
import { visibleOperation } from './visible-operation.ts';

/** Pauses an operation, takes it up again, ends it, or tries again what has failed. */
export const commandOperation = signedIn
  .input(operationInput.extend({ command: operationCommandSchema }))
  .output(commandAnswer)
  .mutation(async ({ ctx, input }) => {
    const row = await visibleOperation(ctx.db, ctx.actor, input.id);
    const objection = objectionToLeading(ctx.actor, { id: row.by_id });
    if (objection) throw new Refusal(objection);
    const stamped = { ...input.command, actor: ctx.actor };
    const answer = await ctx.commands.send({
      subject: operationSubject(input.id),
      type: stamped.type,
      commandId: stamped.commandId,
      fingerprint: commandFingerprint(stamped),
      argument: ctx.sign(operationSubject(input.id), stamped),
    });
    if (answer) return answer;
    if (isEnded(row.state)) throw refuse('OPERATION_ENDED');
    // Entered a moment ago, or Temporal's database was lost: the worker is about to start it, or is asked to.
    const asked = { subject: operationSubject(input.id), ready: true, asked_at: new Date().toISOString() };
    await ctx.db
      .insertInto('pending_start')
      .values(asked)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    throw new Refusal({ code: 'UNAVAILABLE', details: { reason: 'starting' } }, { retryAfterS: 2 });
  });
