import { z } from 'zod';
import { commandIdSchema } from '@tinhgon/rules/plan/command';
import { beginPlan } from '../../commands/begin-plan.ts';
import { signedIn } from '../../trpc.ts';
import { startPlanSchema } from '@tinhgon/rules/content';
import { commandAnswer } from '@tinhgon/rules/views/feed';

export const startPlan = signedIn
  .input(startPlanSchema.extend({ commandId: commandIdSchema }))
  .output(commandAnswer.extend({ code: z.string() }))
  .mutation(({ ctx, input }) => beginPlan(ctx, ctx.actor, input));
