import { revokeDelegation as revoke } from '@tinhgon/database';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { delegationAnswer } from './give-delegation.ts';

export const revokeDelegation = signedIn
  .input(z.strictObject({ id: z.uuid() }))
  .output(delegationAnswer)
  .mutation(async ({ ctx, input }) => {
    const answer = await revoke(ctx.db, ctx.actor, input.id, new Date().toISOString());
    if ('rejection' in answer) throw new Refusal(answer.rejection);
    ctx.people.forgetAll();
    return { id: answer.delegation.id };
  });
