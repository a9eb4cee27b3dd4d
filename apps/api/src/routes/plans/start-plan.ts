import { beginPlan } from '../../commands/begin-plan.ts';
import { signedIn } from '../../trpc.ts';
import { startPlanSchema } from '@tinhgon/rules/content';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { z } from 'zod';

export const startPlan = signedIn
  .input(startPlanSchema.extend({ commandId: z.uuid() }))
  .output(commandAnswer.extend({ code: z.string() }))
  .mutation(({ ctx, input }) => beginPlan(ctx, ctx.actor, input));
