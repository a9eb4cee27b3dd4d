import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { beginPlan } from '../../commands/begin-plan.ts';
import { signedIn } from '../../trpc.ts';
import { startPlanSchema } from '@tinhgon/rules/content';
import { startAnswer } from '@tinhgon/rules/views/feed';

export const startPlan = signedIn
  .input(startPlanSchema.extend({ commandId: commandIdSchema }))
  .output(startAnswer)
  .mutation(({ ctx, input }) => beginPlan(ctx, ctx.actor, input));
