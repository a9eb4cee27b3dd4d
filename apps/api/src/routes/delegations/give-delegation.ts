import { giveDelegation as give } from '@tinhgon/database';
import { delegationInput } from '@tinhgon/rules/delegation';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';

export const delegationAnswer = z.object({ id: z.string() });

export const giveDelegation = signedIn
  .input(delegationInput)
  .output(delegationAnswer)
  .mutation(async ({ ctx, input }) => {
    const answer = await give(ctx.db, ctx.actor, input, new Date().toISOString());
    if ('rejection' in answer) throw new Refusal(answer.rejection);
    // The substitute acts from now on.
    ctx.people.forgetAll();
    return { id: answer.delegation.id };
  });
