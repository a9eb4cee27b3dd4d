import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { beginPlan } from '../../commands/begin-plan.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { startPlanSchema } from '@tinhgon/rules/content';
import { startAnswer } from '@tinhgon/rules/views/feed';

export const startPlan = signedIn
  .input(startPlanSchema.extend({ commandId: commandIdSchema }))
  .output(startAnswer)
  .mutation(({ ctx, input }) => withFreshAuthority(ctx, (actor) => beginPlan(ctx, actor, input)));
